package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.excel.ui.SheetUpload;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.imports.ReportImport;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;

/**
 * 上报导入 (IMP-01 to 06): scheme and period, the template, the file, and what became of it. The address may name both:
 * {@code ?scheme=…&month=2026-10}.
 */
@Route(FilingPages.IMPORT)
@RolesAllowed("ENTERPRISE")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ReportImport imports;
    private final transient ReportNames names;
    private final transient Texts texts;
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final TextField filler = new TextField();
    private final Div template = new Div();
    private final Div result = new Div();
    private transient Scheme scheme;

    ImportView(ReportImport imports, ReportNames names, Texts texts) {
        this.imports = imports;
        this.names = names;
        this.texts = texts;
        month.setId("month");
        month.addValueChangeListener(change -> chosen());
        filler.setId("filler");
        filler.setMaxLength(50);
        template.addClassName("import-template");
        result.setId("result");
        result.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        result.removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("filing.import.sentence")));
        var query = event.getLocation().getQueryParameters();
        var schemes = imports.schemes();
        scheme = SchemeSelect.read(query, schemes).orElseThrow(NotFoundException::new);
        var choice = new SchemeSelect(schemes, scheme, key -> getUI().ifPresent(
                        ui -> ui.navigate(ImportView.class, QueryParameters.of(SchemeSelect.SCHEME, key))));
        var months = imports.months(scheme.key());
        if (months.isEmpty()) {
            add(
                    choice,
                    new EmptyState(
                            "…",
                            getTranslation("filing.import.none.title"),
                            getTranslation("filing.import.none.text")));
            return;
        }
        month.setLabel(getTranslation("filing.import.month"));
        filler.setLabel(getTranslation("filing.import.filler"));
        filler.setHelperText(getTranslation("filing.import.filler.hint"));
        month.clear();
        month.setItemLabelGenerator(first -> scheme.kind().label(first, texts, getLocale()));
        month.setItems(months);
        month.setValue(asked(query, months));
        var choices = new Div(month, filler);
        choices.addClassName("import-choices");
        add(
                new Card(
                        getTranslation("filing.import.card"),
                        steps(),
                        choice,
                        choices,
                        template,
                        SheetUpload.to(arrival -> received(arrival.name(), arrival.content()))),
                result);
    }

    /** @return the period the address names, the newest where it names none that may be filed */
    private static YearMonth asked(QueryParameters query, List<YearMonth> months) {
        var said = query.getSingleParameter(FilingPages.MONTH).orElse("");
        return months.stream()
                .filter(month -> month.toString().equals(said))
                .findFirst()
                .orElse(months.get(0));
    }

    private Component steps() {
        var steps = new OrderedList();
        for (var step : List.of("month", "fill-in", "send")) {
            steps.add(new ListItem(getTranslation("filing.import.step." + step)));
        }
        return steps;
    }

    /** @return the report that is chosen, null for none */
    private ReportTask task() {
        return month.getValue() == null ? null : new ReportTask(scheme.key(), month.getValue());
    }

    private void chosen() {
        template.removeAll();
        result.removeAll();
        var task = task();
        if (task == null) {
            return;
        }
        try {
            filler.setValue(imports.filler(task));
            var locale = getLocale();
            template.add(new SheetDownload(
                    "template",
                    getTranslation("filing.import.template", names.of(task, locale)),
                    getTranslation("filing.import.file") + "-" + task.anchor(),
                    out -> out.write(imports.template(task, locale))));
        } catch (Problem refused) {
            template.add(refusal(refused));
        }
    }

    /** Answers on the thread of the upload; the page follows when it is told. */
    Runnable received(String fileName, InputStream in) {
        var task = task();
        if (task == null) {
            return () -> show(new Callout(Callout.Kind.BAD, getTranslation("filing.import.error.month")));
        }
        try {
            var read = imports.read(task, filler.getValue(), fileName, in, getLocale());
            return () -> show(new ImportPanel(read, names.of(task, getLocale()), texts, getLocale()));
        } catch (Problem refused) {
            return () -> show(refusal(refused));
        }
    }

    private void show(Component outcome) {
        result.removeAll();
        result.add(outcome);
        result.getElement().callJsFunction("scrollIntoView");
    }

    private Component refusal(Problem refused) {
        return new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.import.title");
    }
}
