package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.When;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.difference.Happening;
import cn.baosong.filing.difference.ReviewedReport;
import cn.baosong.filing.difference.ReviewedReports;
import cn.baosong.filing.difference.ShownReport;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.filing.ui.FindingsCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.Locale;
import java.util.UUID;

/** The wide column of the page: what changed, and 查看本月, 查看上月 (REV-08). A month is read when it is looked at. */
final class ReportTabs extends Div {

    private final transient ReviewedReports reports;
    private final transient FilingSheets sheets;
    private final transient Texts texts;
    private final Locale locale;
    private final UUID filing;
    private final Div shown = new Div();

    ReportTabs(
            ReviewedReport report,
            ReviewedReports reports,
            ExplanationVerdicts verdicts,
            FilingSheets sheets,
            Texts texts,
            Locale locale) {
        this.reports = reports;
        this.sheets = sheets;
        this.texts = texts;
        this.locale = locale;
        this.filing = report.filing().id();
        var overview = new Div(
                new DifferenceCards(report, texts, locale),
                new FindingsCard(verdicts, filing, report.findings(), report.mine(), texts, locale));
        var kind = report.kind();
        var month = report.filing().month();
        var tabs = new Tabs();
        tabs.setId("report-tabs");
        var difference = tab(tabs, "difference", texts.get(locale, "filing.review.tab.difference"));
        var now = tab(
                tabs, "this", texts.get(locale, kind.key("filing.review.tab.this."), kind.label(month, texts, locale)));
        var previous = tab(
                tabs,
                "previous",
                texts.get(
                        locale,
                        kind.key("filing.review.tab.previous."),
                        kind.label(kind.previous(month), texts, locale)));
        if (!kind.yearly()) {
            tab(
                    tabs,
                    "last-year",
                    texts.get(locale, "filing.review.tab.lastYear", kind.label(month.minusYears(1), texts, locale)));
        }
        tabs.addSelectedChangeListener(change -> {
            var chosen = change.getSelectedTab();
            if (chosen == difference) {
                show(overview);
            } else {
                show(sheet(
                        chosen == now
                                ? ShownReport.THIS
                                : chosen == previous ? ShownReport.PREVIOUS : ShownReport.LAST_YEAR));
            }
        });
        show(overview);
        add(versionLine(report), tabs, shown);
    }

    private static Tab tab(Tabs tabs, String id, String text) {
        var tab = new Tab(text);
        tab.setId("report-tab-" + id);
        tabs.add(tab);
        return tab;
    }

    private void show(Component component) {
        shown.removeAll();
        shown.add(component);
    }

    private Component sheet(ShownReport which) {
        return reports.report(filing, which)
                .map(report -> sheets.submitted(report, locale))
                .orElseGet(() -> new EmptyState(
                        "…",
                        texts.get(locale, "filing.review.none.title"),
                        texts.get(locale, "filing.review.none.text")));
    }

    /** Which version is looked at, since when it stands, and its receipt. */
    private Component versionLine(ReviewedReport report) {
        var line = new Paragraph();
        line.addClassName("muted");
        line.setId("version-line");
        report.happenings().stream()
                .filter(happening -> happening.kind() == Happening.Kind.SUBMITTED)
                .reduce((first, second) -> second)
                .ifPresent(version -> line.add(
                        new Span(texts.get(
                                locale,
                                "filing.review.version",
                                Integer.toString(version.version()),
                                When.exact(version.at()))),
                        HappeningList.receipt(report.filing(), version, texts, locale)));
        return line;
    }
}
