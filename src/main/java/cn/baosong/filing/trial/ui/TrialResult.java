package cn.baosong.filing.trial.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.trial.Trial;
import cn.baosong.filing.trial.TrialRule;
import cn.baosong.filing.trial.TrialRule.Example;
import cn.baosong.filing.trial.Trials;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trial run found: one sentence, and for each rule how often it finds something before and now, with examples. */
final class TrialResult extends Div {

    private static final String COLUMN = "filing.trial.column.";

    private final transient Locale locale;

    TrialResult(Trials trials, Trial trial, Locale locale) {
        this.locale = locale;
        setId("result");
        var rules = trial.rules();
        var differing = rules.stream().filter(rule -> !rule.same()).count();
        add(new Callout(
                differing == 0 ? Callout.Kind.OK : Callout.Kind.WARN,
                getTranslation(
                        differing == 0 ? "filing.trial.same" : "filing.trial.different",
                        trial.looked(),
                        trial.changed(),
                        differing)));
        var finding = rules.stream().collect(Collectors.partitioningBy(rule -> rule.before() > 0 || rule.now() > 0));
        var card = new Card(getTranslation("filing.trial.rules"));
        if (!finding.get(true).isEmpty()) {
            card.add(table(finding.get(true)));
        }
        if (!finding.get(false).isEmpty()) {
            var silent = finding.get(false);
            card.add(new NativeDetails(getTranslation("filing.trial.silent", silent.size()), table(silent)));
        }
        add(card.trailing(new SheetDownload(
                "export",
                getTranslation("filing.trial.export"),
                getTranslation("filing.trial.file"),
                out -> trials.export(trial, locale, out))));
    }

    private Component table(List<TrialRule> rules) {
        var head = new NativeTableRow();
        Stream.of("rule", "before", "now", "appears", "vanishes")
                .forEach(key -> head.add(new NativeTableHeaderCell(getTranslation(COLUMN + key))));
        var body = new NativeTableBody();
        rules.forEach(rule -> body.add(new NativeTableRow(
                new NativeTableCell(new Div(
                        new Div(rule.rule()), new Div(getTranslation("filing.history.severity." + rule.severity())))),
                new NativeTableCell(number(rule.before())),
                new NativeTableCell(number(rule.now())),
                new NativeTableCell(examples(rule.appears(), rule.appearing())),
                new NativeTableCell(examples(rule.vanishes(), rule.vanishing())))));
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    private static Span number(int count) {
        return new Span(String.valueOf(count));
    }

    private Component examples(int count, List<Example> examples) {
        var cell = new Div(number(count));
        examples.forEach(example -> cell.add(new Div(getTranslation(
                "filing.trial.example", example.enterprise(), example.finding().message(locale)))));
        return cell;
    }
}
