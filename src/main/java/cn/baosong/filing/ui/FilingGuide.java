package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Steps;
import cn.baosong.common.ui.Steps.State;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingFinding;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The steps of a report: its forms, the questionnaires, the submission (MON-08, 29). Each may be opened at any time. */
final class FilingGuide {

    private FilingGuide() {}

    /** Steps behind the forms: questionnaires and submission. */
    static int count(List<FormDefinition> forms) {
        return forms.size() + 2;
    }

    /**
     * @param now the step shown, from 0
     * @param titles what each form is called
     * @param loose what is wrong with what is filled in, @param strict what keeps the report from being submitted
     */
    static Steps of(
            List<FormDefinition> forms,
            int now,
            FilingCheck loose,
            FilingCheck strict,
            Function<FormDefinition, String> titles,
            Texts texts,
            Locale locale,
            IntConsumer onOpen) {
        var guide = new Steps();
        for (int i = 0; i < forms.size(); i++) {
            int step = i;
            var form = forms.get(i).id();
            var open = open(i < now ? strict : loose, form);
            guide.step(
                    i == now
                            ? State.NOW
                            : open > 0 ? State.STOPPED : i < now && strict.passed(form) ? State.DONE : State.AHEAD,
                    titles.apply(forms.get(i)),
                    open == 0 ? "" : texts.get(locale, "filing.fill.step.open", open),
                    () -> onOpen.accept(step));
        }
        var questionnaires = forms.size();
        guide.step(
                now == questionnaires ? State.NOW : now > questionnaires ? State.DONE : State.AHEAD,
                texts.get(locale, "filing.fill.step.questionnaires"),
                "",
                () -> onOpen.accept(questionnaires));
        return guide.step(
                now == questionnaires + 1 ? State.NOW : State.AHEAD,
                texts.get(locale, "filing.fill.step.submit"),
                "",
                () -> onOpen.accept(questionnaires + 1));
    }

    /** @return how many things of a form are still to be done */
    static int open(FilingCheck check, String form) {
        return check.problemsOf(form).size()
                + (int) check.findingsOf(form).stream()
                        .filter(FilingFinding::blocks)
                        .count();
    }
}
