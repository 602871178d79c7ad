package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.FilingFinding;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.UUID;

/** What the checks found in a report and what the enterprise says to it; the desk it waits at can accept it (认可说明). */
public final class FindingsCard extends Div {

    private final transient ExplanationVerdicts verdicts;
    private final transient Texts texts;
    private final UUID filing;
    private final Locale locale;

    public FindingsCard(ExplanationVerdicts verdicts, UUID filing, Texts texts, Locale locale) {
        this.verdicts = verdicts;
        this.filing = filing;
        this.texts = texts;
        this.locale = locale;
        setId("findings");
        build();
    }

    private void build() {
        removeAll();
        var findings = verdicts.findings(filing);
        if (findings.isEmpty()) {
            add(new Card(text("title"), new Paragraph(text("none"))));
            return;
        }
        var may = verdicts.mayAccept(filing);
        var list = new UnorderedList();
        findings.forEach(finding -> list.add(line(finding, may)));
        add(new Card(text("title"), list));
    }

    private ListItem line(FilingFinding finding, boolean may) {
        var severity = finding.severity().name().toLowerCase(Locale.ROOT);
        var line = new ListItem(
                new StatusBadge(StatusBadge.Tone.ATTENTION, text("severity." + severity)),
                new Paragraph(Texts.pick(locale, finding.message(), finding.messageEn())));
        if (finding.explanation() != null) {
            line.add(new Paragraph(text("explanation", finding.explanation())));
            if (finding.accepted()) {
                line.add(new StatusBadge(StatusBadge.Tone.ACCEPTED, text("accepted")));
            } else if (may) {
                line.add(accept(finding.rule()));
            }
        }
        return line;
    }

    private Component accept(String rule) {
        var button = new Button(text("accept"), click -> {
            try {
                verdicts.accept(filing, rule);
                Notices.done(text("done"));
            } finally {
                build();
            }
        });
        button.setId("accept-explanation-" + rule);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        return button;
    }

    private String text(String key, Object... values) {
        return texts.get(locale, "filing.findings." + key, values);
    }
}
