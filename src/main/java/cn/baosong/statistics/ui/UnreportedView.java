package cn.baosong.statistics.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReachedSchemes;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.ui.SchemeSelect;
import cn.baosong.statistics.ReminderPreview;
import cn.baosong.statistics.UnreportedBook;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.statistics.UnreportedReports;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 未报送企业: who has not filed a report of a scheme, 催报 and export (QRY-05, 06). What is asked for stands in the address. */
@Route(UnreportedPages.ROUTE)
@RolesAllowed("REVIEWER")
class UnreportedView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient UnreportedReports reports;
    private final transient UnreportedBook book;
    private final transient ReachedSchemes reached;
    private final transient ReportNames names;
    private final transient Periods periods;
    private final transient RegionWords regions;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private transient List<Scheme> offered = List.of();
    private transient Scheme scheme;
    private transient UnreportedFilter filter;
    private transient Set<UUID> ticked = Set.of();

    UnreportedView(
            UnreportedReports reports,
            UnreportedBook book,
            ReachedSchemes reached,
            ReportNames names,
            Periods periods,
            RegionWords regions,
            CodeLists codes,
            Texts texts) {
        this.reports = reports;
        this.book = book;
        this.reached = reached;
        this.names = names;
        this.periods = periods;
        this.regions = regions;
        this.codes = codes;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        offered = reached.mine();
        scheme = SchemeSelect.read(query, offered).orElseThrow(NotFoundException::new);
        filter = UnreportedPages.read(query, scheme, periods.current(scheme.kind()));
        build();
    }

    private void build() {
        removeAll();
        var count = reports.count(filter);
        var remind = new Button("", click -> ask());
        remind.setId("remind");
        remind.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        remind.setVisible(count > 0);
        tick(remind, Set.of(), count);
        var header = new PageHeader(
                getPageTitle(),
                getTranslation(
                        scheme.application().isPresent()
                                ? "statistics.unreported.sentence.applied"
                                : "statistics.unreported.sentence",
                        named(),
                        count),
                remind);
        if (count > 0) {
            header.add(export(count));
        }
        add(
                header,
                new Card(
                        "",
                        new SchemeSelect(offered, scheme, this::choose),
                        new UnreportedConditions(
                                filter,
                                months(),
                                month -> scheme.kind().label(month, texts, getLocale()),
                                regions,
                                codes.find("region", filter.region()),
                                this::show),
                        count == 0
                                ? nothing()
                                : new UnreportedGrid(
                                        reports,
                                        filter,
                                        count,
                                        regions,
                                        month -> scheme.kind().label(month, texts, getLocale()),
                                        now -> tick(remind, now, count))));
    }

    private List<YearMonth> months() {
        return Stream.concat(
                        Stream.of(periods.current(scheme.kind()), filter.month()),
                        periods.all(scheme.key()).stream().map(Period::month))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toList());
    }

    private Component export(int count) {
        var wanted = filter;
        var locale = getLocale();
        var most = book.most(wanted.task());
        var link = new SheetDownload(
                "export",
                count > most
                        ? getTranslation("statistics.unreported.export.first", most)
                        : getTranslation("statistics.unreported.export"),
                getTranslation("statistics.unreported") + "_" + wanted.task().anchor(),
                out -> book.write(wanted, locale, out));
        link.addClassName("link");
        return link;
    }

    private void tick(Button remind, Set<UUID> now, int count) {
        ticked = now;
        remind.setText(
                now.isEmpty()
                        ? getTranslation("statistics.remind.all", count)
                        : getTranslation("statistics.remind.ticked", now.size()));
    }

    private void ask() {
        var chosen = ticked;
        var preview = reports.preview(filter, chosen);
        if (preview.ways().isEmpty()) {
            Notices.refused(getTranslation("statistics.error.no-way"));
        } else if (preview.told() <= 0) {
            Notices.refused(getTranslation("statistics.remind.nobody"));
        } else {
            var dialog = new ConfirmDialog();
            dialog.setHeader(getTranslation("statistics.remind.title"));
            dialog.setText(words(preview));
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("common.cancel"));
            dialog.setConfirmText(getTranslation("statistics.remind.confirm", preview.told()));
            dialog.addConfirmListener(confirm -> remind(chosen));
            dialog.open();
        }
    }

    private String words(ReminderPreview preview) {
        var ways = preview.ways().stream()
                .map(way -> getTranslation("statistics.way." + way))
                .collect(Collectors.joining(getTranslation("statistics.way.between")));
        var text = new StringBuilder(getTranslation("statistics.remind.sentence", preview.told(), named(), ways));
        if (preview.remindedToday() > 0) {
            text.append(getTranslation("statistics.remind.left-out", preview.remindedToday()));
        }
        if (preview.chosen() - preview.remindedToday() > preview.told()) {
            text.append(getTranslation("statistics.remind.at-once", preview.atOnce()));
        }
        return text.toString();
    }

    private void remind(Set<UUID> chosen) {
        try {
            Notices.done(getTranslation("statistics.remind.done", reports.remind(filter, chosen)));
            build();
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
    }

    private Component nothing() {
        var everything = filter.equals(UnreportedFilter.of(filter.task()));
        return new EmptyState(
                everything ? "✓" : "…",
                getTranslation(everything ? "statistics.unreported.none" : "statistics.unreported.not-found"),
                getTranslation(
                        everything ? "statistics.unreported.none.text" : "statistics.unreported.not-found.text"));
    }

    /** @return what the missing report is called */
    private String named() {
        return names.of(filter.task(), getLocale());
    }

    /** Another scheme is shown in its current period; the other conditions stay. */
    private void choose(String key) {
        show(filter.ofTask(new ReportTask(key, periods.current(key))));
    }

    private void show(UnreportedFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(UnreportedView.class, UnreportedPages.write(wanted)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.unreported");
    }
}
