package cn.baosong.filing.batch.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.batch.BatchContext;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.BatchUpload;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** 批量上报 (IMP-07, 08): the month, the template, the file, and what was sent before. */
@Route("reports/batch")
@RolesAllowed("REVIEWER")
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient BatchReports batches;
    private final transient Texts texts;
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final BatchTemplate template;
    private SendCard card;

    BatchView(BatchReports batches, CodeLists codes, Texts texts) {
        this.batches = batches;
        this.texts = texts;
        template = new BatchTemplate(batches, codes);
        month.setId("month");
        month.setItemLabelGenerator(YearMonth::toString);
        month.addValueChangeListener(change -> {
            card.forget();
            template.show(change.getValue());
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("filing.batch.sentence")));
        var months = batches.months();
        if (months.isEmpty()) {
            add(new EmptyState(
                    "…", getTranslation("filing.import.none.title"), getTranslation("filing.import.none.text")));
        } else {
            add(sending(months));
        }
        add(new RunTable(batches.runs(), BatchRunView.class, BatchReports.WORDS, run -> BatchContext.of(run)
                        .month()
                        .toString())
                .card());
    }

    private SendCard sending(List<YearMonth> months) {
        var choices = new Div(month, template.region());
        choices.addClassName("import-choices");
        card = new SendCard(
                getTranslation("filing.batch.card"),
                Stream.of("template", "fill-in", "send")
                        .map(step -> getTranslation("filing.batch.step." + step))
                        .toList(),
                this::received,
                BatchRunView.class,
                choices,
                template);
        month.setLabel(getTranslation("filing.import.month"));
        month.setItems(months);
        month.setValue(months.get(0));
        return card;
    }

    private SendCard.Answer received(String fileName, InputStream in) {
        var chosen = month.getValue();
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
