package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Notices;
import cn.baosong.filing.ExplanationVerdict;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.FilingFinding;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.UUID;

/** The reviewer's verdict on one explanation: 认可 or 不认可, and a word to it if wanted. */
final class VerdictChoice extends Div {

    private final transient ExplanationVerdicts verdicts;
    private final transient FilingFinding finding;
    private final transient Texts texts;
    private final transient Runnable done;
    private final UUID filing;
    private final Locale locale;
    private final TextField word = new TextField();

    VerdictChoice(
            ExplanationVerdicts verdicts,
            UUID filing,
            FilingFinding finding,
            Texts texts,
            Locale locale,
            Runnable done) {
        this.verdicts = verdicts;
        this.filing = filing;
        this.finding = finding;
        this.texts = texts;
        this.locale = locale;
        this.done = done;
        addClassName("verdict-choice");
        word.setId("word-" + finding.rule());
        word.setPlaceholder(texts.get(locale, "filing.verdict.say"));
        word.setAriaLabel(texts.get(locale, "filing.verdict.say"));
        word.setMaxLength(ExplanationVerdict.LIMIT);
        word.setWidthFull();
        if (finding.verdict() != null && finding.verdict().word() != null) {
            word.setValue(finding.verdict().word());
        }
        add(button("accept-explanation-", "filing.verdict.good", true));
        add(button("refuse-explanation-", "filing.verdict.bad", false));
        add(word);
    }

    private Button button(String id, String key, boolean good) {
        var button = new Button(texts.get(locale, key), click -> judge(good));
        button.setId(id + finding.rule());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (!good) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        var chosen = finding.verdict() != null && finding.verdict().good() == good;
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        if (chosen) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void judge(boolean good) {
        try {
            verdicts.judge(filing, finding.rule(), finding.explanation(), good, word.getValue());
            Notices.done(texts.get(locale, "filing.verdict.done"));
        } finally {
            done.run();
        }
    }
}
