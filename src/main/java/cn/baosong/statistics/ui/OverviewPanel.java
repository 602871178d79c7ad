package cn.baosong.statistics.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.ReachedSchemes;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.ui.SchemeSelect;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Screening;
import cn.baosong.review.ui.Counted;
import cn.baosong.review.ui.ReviewPages;
import cn.baosong.statistics.Overview;
import cn.baosong.statistics.Overview.Part;
import cn.baosong.statistics.Overviews;
import cn.baosong.statistics.UnreportedFilter;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Locale;

/** What an administrator sees of the current period of a scheme (HOME-16, REV-09): figures that lead into the lists, and two charts. */
@org.springframework.stereotype.Component
public class OverviewPanel {

    /** The kind of review that reports are. */
    private static final String REPORTS = "filing";

    private final Overviews overviews;
    private final ReachedSchemes schemes;
    private final ReportNames names;
    private final Inbox inbox;
    private final CodeLists codes;
    private final Texts texts;

    OverviewPanel(
            Overviews overviews, ReachedSchemes schemes, ReportNames names, Inbox inbox, CodeLists codes, Texts texts) {
        this.overviews = overviews;
        this.schemes = schemes;
        this.names = names;
        this.inbox = inbox;
        this.codes = codes;
        this.texts = texts;
    }

    /**
     * For who holds a desk or will hold one; needs the role REVIEWER.
     *
     * @param query of the address, which may name a scheme
     */
    public Component build(QueryParameters query, Locale locale) {
        var offered = schemes.mine();
        var scheme = SchemeSelect.read(query, offered).orElseThrow();
        var overview = overviews.current(scheme.key());
        var panel = new Div(waiting(locale), month(overview, scheme, choice(offered, scheme), locale));
        panel.addClassName("overview");
        return panel;
    }

    private static SchemeSelect choice(List<Scheme> offered, Scheme chosen) {
        return new SchemeSelect(
                offered, chosen, key -> UI.getCurrent().navigate("", QueryParameters.of(SchemeSelect.SCHEME, key)));
    }

    private Div waiting(Locale locale) {
        var figures = inbox.figures(REPORTS);
        var all = ReviewFilter.all(REPORTS);
        var tiles = new Div(
                tile("overdue", all.withOverdue(true), figures.overdue(), figures.overdue() > 0, locale),
                tile("passed", all.withScreening(Screening.PASSED), figures.passed(), false, locale),
                tile("not-passed", all.withScreening(Screening.NOT_PASSED), figures.notPassed(), false, locale));
        tiles.addClassName("tiles");
        return tiles;
    }

    private RouterLink tile(String name, ReviewFilter filter, int count, boolean bad, Locale locale) {
        var tile = ReviewPages.link(InboxAddress.of(filter));
        tile.setId("overview-" + name);
        tile.addClassName("tile");
        tile.setClassName("bad", bad);
        tile.add(new Span(texts.get(locale, "statistics.overview." + name)));
        var number = new Element("b");
        number.setText(Counted.part(count));
        tile.getElement().appendChild(number);
        return tile;
    }

    private Card month(Overview overview, Scheme scheme, SchemeSelect choice, Locale locale) {
        var missing = overview.asked() - overview.filed();
        var link = new RouterLink(texts.get(locale, "statistics.overview.missing", missing), UnreportedView.class);
        link.setQueryParameters(UnreportedPages.write(UnreportedFilter.of(overview.task())));
        link.setId("overview-missing");
        var figures = new Div(
                figure("asked", Integer.toString(overview.asked()), locale),
                figure("filed", Integer.toString(overview.filed()), locale),
                figure("rate", overview.rate() + "%", locale),
                link);
        figures.addClassName("overview-month");
        var bar = new ProgressBar(0, 100, overview.rate());
        bar.getElement().setAttribute("aria-label", texts.get(locale, "statistics.overview.rate"));
        var rule = new Paragraph(texts.get(
                locale,
                scheme.application().isPresent() ? "statistics.overview.rule.applied" : "statistics.overview.rule"));
        rule.addClassNames("muted", "small");
        var card = new Card(
                texts.get(locale, "statistics.overview.month", names.of(overview.task(), locale)), figures, bar, rule);
        card.beside(choice);
        card.setId("overview-month");
        if (overview.asked() > 0) {
            card.add(charts(overview, locale));
        }
        return card;
    }

    private Span figure(String name, String value, Locale locale) {
        var figure = new Span(texts.get(locale, "statistics.overview." + name) + " ");
        var number = new Element("b");
        number.setText(value);
        figure.getElement().appendChild(number);
        return figure;
    }

    private Div charts(Overview overview, Locale locale) {
        var drawn = new OverviewCharts(overview, texts, locale);
        var charts = new Div();
        charts.addClassName("overview-charts");
        if (overview.parts().stream().anyMatch(part -> part.region() != null)) {
            charts.add(new Div(
                    heading("rates", locale),
                    drawn.rates(part -> name(part, locale)),
                    table(regions(overview, locale), locale)));
        }
        charts.add(new Div(heading("days", locale), drawn.days(), table(days(overview, locale), locale)));
        return charts;
    }

    private H3 heading(String chart, Locale locale) {
        var heading = new H3(texts.get(locale, "statistics.overview." + chart));
        heading.addClassName("chart-title");
        return heading;
    }

    private String name(Part part, Locale locale) {
        return part.region() == null
                ? texts.get(locale, "statistics.overview.rest")
                : codes.find("region", part.region())
                        .map(entry -> entry.name(locale))
                        .orElse(part.region());
    }

    private NativeDetails table(NativeTable table, Locale locale) {
        table.addClassName("history-table");
        return new NativeDetails(texts.get(locale, "statistics.overview.table"), table);
    }

    private NativeTable regions(Overview overview, Locale locale) {
        var table = new NativeTable();
        head(table, locale, "region", "asked", "filed", "rate");
        overview.parts().forEach(part -> {
            var row = table.getBody().addRow();
            var heading = new NativeTableHeaderCell(region(overview, part, locale));
            heading.getElement().setAttribute("scope", "row");
            row.add(
                    heading,
                    cell("asked", part.asked(), locale),
                    cell("filed", part.filed(), locale),
                    cell("rate", part.rate() + "%", locale));
        });
        return table;
    }

    private Component region(Overview overview, Part part, Locale locale) {
        if (part.region() == null) {
            return new Span(name(part, locale));
        }
        var link = new RouterLink(name(part, locale), UnreportedView.class);
        link.setQueryParameters(
                UnreportedPages.write(UnreportedFilter.of(overview.task()).inRegion(part.region())));
        return link;
    }

    private NativeTable days(Overview overview, Locale locale) {
        var table = new NativeTable();
        head(table, locale, "day", "filed");
        overview.days().stream().filter(day -> day.filed() != null).forEach(day -> {
            var heading = new NativeTableHeaderCell(day.day().toString());
            heading.getElement().setAttribute("scope", "row");
            table.getBody().addRow().add(heading, cell("filed", day.filed(), locale));
        });
        return table;
    }

    private void head(NativeTable table, Locale locale, String... columns) {
        var row = table.getHead().addRow();
        for (var column : columns) {
            var heading = new NativeTableHeaderCell(texts.get(locale, "statistics.overview." + column));
            heading.getElement().setAttribute("scope", "col");
            row.add(heading);
        }
    }

    private NativeTableCell cell(String column, Object value, Locale locale) {
        var cell = new NativeTableCell(value.toString());
        cell.getElement().setAttribute("data-label", texts.get(locale, "statistics.overview." + column));
        return cell;
    }
}
