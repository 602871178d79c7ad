package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.excel.ui.SheetUpload;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;

/** 上报导入 (IMP-01 to 06): the month, the template, the file, and what became of it. */
@Route("reports/import")
@RolesAllowed("ENTERPRISE")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ReportImport imports;
    private final transient Texts texts;
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final TextField filler = new TextField();
    private final Div template = new Div();
    private final Div result = new Div();

    ImportView(ReportImport imports, Texts texts) {
        this.imports = imports;
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
        var months = imports.months();
        if (months.isEmpty()) {
            add(new EmptyState(
                    "…", getTranslation("filing.import.none.title"), getTranslation("filing.import.none.text")));
            return;
        }
        month.setLabel(getTranslation("filing.import.month"));
        filler.setLabel(getTranslation("filing.import.filler"));
        filler.setHelperText(getTranslation("filing.import.filler.hint"));
        month.setItems(months);
        month.setItemLabelGenerator(YearMonth::toString);
        month.setValue(months.get(0));
        var choices = new Div(month, filler);
        choices.addClassName("import-choices");
        add(
                new Card(
                        getTranslation("filing.import.card"),
                        steps(),
                        choices,
                        template,
                        SheetUpload.to(arrival -> received(arrival.name(), arrival.content()))),
                result);
    }

    private Component steps() {
        var steps = new OrderedList();
        for (var step : List.of("month", "fill-in", "send")) {
            steps.add(new ListItem(getTranslation("filing.import.step." + step)));
        }
        return steps;
    }

    private void chosen() {
        template.removeAll();
        result.removeAll();
        var chosen = month.getValue();
        if (chosen == null) {
            return;
        }
        try {
            filler.setValue(imports.filler(chosen));
            var locale = getLocale();
            template.add(new SheetDownload(
                    "template",
                    getTranslation("filing.import.template", chosen.toString()),
                    getTranslation("filing.import.file") + "-" + chosen,
                    out -> out.write(imports.template(chosen, locale))));
        } catch (Problem refused) {
            template.add(refusal(refused));
        }
    }

    /** Answers on the thread of the upload; the page follows when it is told. */
    Runnable received(String fileName, InputStream in) {
        var chosen = month.getValue();
        if (chosen == null) {
            return () -> show(new Callout(Callout.Kind.BAD, getTranslation("filing.import.error.month")));
        }
        try {
            var read = imports.read(chosen, filler.getValue(), fileName, in, getLocale());
            return () -> show(new ImportPanel(read, texts, getLocale()));
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
