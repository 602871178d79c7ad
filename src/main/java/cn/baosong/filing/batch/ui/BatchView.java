package cn.baosong.filing.batch.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.batch.BatchContext;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.BatchUpload;
import cn.baosong.filing.ui.SchemeSelect;
import cn.baosong.upload.ui.RunTable;
import cn.baosong.upload.ui.SendCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
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
import java.util.stream.Stream;

/** 批量上报 (IMP-07, 08): scheme and period, the template, the file, and what was sent before. */
@Route("reports/batch")
@RolesAllowed("REVIEWER")
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient BatchReports batches;
    private final transient ReportNames names;
    private final transient Texts texts;
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final BatchTemplate template;
    private transient Scheme scheme;
    private SendCard card;

    BatchView(BatchReports batches, ReportNames names, CodeLists codes, Texts texts) {
        this.batches = batches;
        this.names = names;
        this.texts = texts;
        template = new BatchTemplate(batches, names, codes);
        month.setId("month");
        month.addValueChangeListener(change -> {
            card.forget();
            template.show(task());
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("filing.batch.sentence")));
        var schemes = batches.schemes();
        scheme = SchemeSelect.read(event.getLocation().getQueryParameters(), schemes)
                .orElseThrow(NotFoundException::new);
        var choice = new SchemeSelect(schemes, scheme, key -> getUI().ifPresent(
                        ui -> ui.navigate(BatchView.class, QueryParameters.of(SchemeSelect.SCHEME, key))));
        var months = batches.months(scheme.key());
        if (months.isEmpty()) {
            add(
                    choice,
                    new EmptyState(
                            "…",
                            getTranslation("filing.import.none.title"),
                            getTranslation("filing.import.none.text")));
        } else {
            add(sending(choice, months));
        }
        add(new RunTable(
                        batches.runs(),
                        BatchRunView.class,
                        BatchReports.WORDS,
                        run -> names.of(BatchContext.of(run).task(), getLocale()))
                .card());
    }

    private SendCard sending(SchemeSelect choice, List<YearMonth> months) {
        var choices = new Div(month, template.region());
        choices.addClassName("import-choices");
        card = new SendCard(
                getTranslation("filing.batch.card"),
                Stream.of("template", "fill-in", "send")
                        .map(step -> getTranslation("filing.batch.step." + step))
                        .toList(),
                this::received,
                BatchRunView.class,
                choice,
                choices,
                template);
        month.setLabel(getTranslation("filing.import.month"));
        month.clear();
        month.setItemLabelGenerator(first -> scheme.kind().label(first, texts, getLocale()));
        month.setItems(months);
        month.setValue(months.get(0));
        return card;
    }

    /** @return the report that is chosen, null for none */
    private ReportTask task() {
        return month.getValue() == null ? null : new ReportTask(scheme.key(), month.getValue());
    }

    private SendCard.Answer received(String fileName, InputStream in) {
        var chosen = task();
        if (chosen == null) {
            throw new Problem("filing.import.error.month");
        }
        var upload = batches.upload(chosen, fileName, in, getLocale());
        return upload.taken() ? SendCard.Answer.taken(upload.run()) : SendCard.Answer.refused(() -> refused(upload));
    }

    private Component refused(BatchUpload upload) {
        var list = new UnorderedList();
        upload.problems()
                .forEach(problem -> list.add(new ListItem(problem.sheet()
                        + (problem.row() == 0 ? " " : "!" + problem.letter() + problem.row() + " ")
                        + problem.message(texts, getLocale()))));
        return new Callout(
                Callout.Kind.BAD,
                getTranslation(upload.more() ? "filing.batch.refused.many" : "filing.batch.refused"),
                list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.batch.title");
    }
}
