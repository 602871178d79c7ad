package cn.baosong.filing.ui;

import cn.baosong.check.Severity;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.FilingFinding;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the checks found in a report, what the enterprise says to it, and what reviewers think of that (认可, 不认可). */
public final class FindingsCard extends Div {

    private final transient ExplanationVerdicts verdicts;
    private final transient Texts texts;
    private final UUID filing;
    private final Locale locale;

    /** @param may whether the reader judges */
    public FindingsCard(
            ExplanationVerdicts verdicts,
            UUID filing,
            List<FilingFinding> findings,
            boolean may,
            Texts texts,
            Locale locale) {
        this.verdicts = verdicts;
        this.filing = filing;
        this.texts = texts;
        this.locale = locale;
        setId("findings");
        build(findings, may);
    }

    private void build(List<FilingFinding> findings, boolean may) {
        removeAll();
        if (findings.isEmpty()) {
            add(new Card(text("title"), new Paragraph(text("none"))));
            return;
        }
        var table = new NativeTable();
        table.addClassNames("plain-table", "difference-table", "findings-table");
        var head = table.getHead().addRow();
        for (var column : List.of("rule", "said", "opinion")) {
            var cell = new NativeTableHeaderCell(text(column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        findings.forEach(finding -> add(table.getBody().addRow(), finding, may));
        var around = new Div(table);
        around.addClassName("table-scroll");
        var card = new Card(text("title"), around);
        var warnings = findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .count();
        if (warnings > 0) {
            card.beside(new StatusBadge(StatusBadge.Tone.ATTENTION, text("warnings", Long.toString(warnings))));
        }
        add(card);
    }

    private void add(NativeTableRow row, FilingFinding finding, boolean may) {
        var severity = finding.severity().name().toLowerCase(Locale.ROOT);
        var rule = new NativeTableHeaderCell(
                new StatusBadge(StatusBadge.Tone.ATTENTION, text("severity." + severity)),
                new Span(" " + Texts.pick(locale, finding.message(), finding.messageEn())));
        rule.getElement().setAttribute("scope", "row");
        var said = new NativeTableCell(
                finding.explanation() == null ? texts.get(locale, "form.value.empty") : finding.explanation());
        said.getElement().setAttribute("data-label", text("said"));
        var opinion = new NativeTableCell();
        opinion.getElement().setAttribute("data-label", text("opinion"));
        show(opinion, finding, may);
        row.add(rule, said, opinion);
    }

    private void show(NativeTableCell opinion, FilingFinding finding, boolean may) {
        opinion.removeAll();
        if (finding.explanation() == null) {
            return;
        }
        if (finding.verdict() != null) {
            opinion.add(new VerdictBadge(finding.verdict(), texts, locale));
        }
        if (may) {
            opinion.add(new VerdictChoice(verdicts, filing, finding, texts, locale, () -> refresh(opinion, finding)));
        }
    }

    /** Only what was judged is drawn anew: words typed to other explanations stay. */
    private void refresh(NativeTableCell opinion, FilingFinding shown) {
        if (!verdicts.mayJudge(filing)) {
            // It went elsewhere meanwhile, where it may not be looked up any more.
            show(opinion, shown, false);
            return;
        }
        verdicts.findings(filing).stream()
                .filter(finding -> finding.rule().equals(shown.rule()))
                .findFirst()
                .ifPresent(finding -> show(opinion, finding, true));
    }

    private String text(String key, Object... values) {
        return texts.get(locale, "filing.findings." + key, values);
    }
}
