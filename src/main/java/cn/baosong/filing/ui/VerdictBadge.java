package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.ExplanationVerdict;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** What was judged of an explanation, in a badge, and by whom; with the word of the reviewer where there is one. */
final class VerdictBadge extends Div {

    VerdictBadge(ExplanationVerdict verdict, Texts texts, Locale locale) {
        addClassName("verdict");
        var by = new Span(" " + verdict.desk());
        by.addClassName("muted");
        add(
                new StatusBadge(
                        verdict.good() ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.RETURNED,
                        texts.get(locale, verdict.good() ? "filing.verdict.good" : "filing.verdict.bad")),
                by);
        if (verdict.word() != null) {
            var word = new Span(texts.get(locale, "filing.verdict.word", verdict.word()));
            word.addClassName("reason");
            add(word);
        }
    }
}
