package cn.baosong.registration.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.excel.ui.SheetUpload;
import cn.baosong.registration.takeover.TakeoverRun;
import cn.baosong.registration.takeover.TakeoverStatus;
import cn.baosong.registration.takeover.Takeovers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.util.List;

/** 原平台企业转入 (REG-27): the workbook to fill in, the upload, and what was uploaded before. */
@Route("takeover")
@RolesAllowed("OPERATOR")
class TakeoverView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Takeovers takeovers;
    private final Div message = new Div();

    TakeoverView(Takeovers takeovers) {
        this.takeovers = takeovers;
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        message.removeAll();
        add(
                new PageHeader(getPageTitle(), getTranslation("registration.takeover.sentence")),
                new Card(
                        getTranslation("registration.takeover.upload"),
                        steps(),
                        new SheetDownload(
                                "template",
                                getTranslation("registration.takeover.template"),
                                getTranslation("registration.takeover.sheet"),
                                out -> takeovers.template(getLocale(), out)),
                        message,
                        new SheetUpload(this::received)),
                new Card(getTranslation("registration.takeover.runs"), runs(takeovers.runs())));
    }

    private Component steps() {
        var steps = new OrderedList();
        for (var step : List.of("fill-in", "send", "result")) {
            steps.add(new ListItem(getTranslation("registration.takeover.step." + step)));
        }
        return steps;
    }

    /** Answers on the thread of the upload; the page follows when it is told. */
    Runnable received(String fileName, InputStream in) {
        try {
            var id = takeovers.upload(fileName, in);
            return () -> getUI().ifPresent(ui -> TakeoverRunView.open(ui, id));
        } catch (Problem refused) {
            return () -> {
                message.removeAll();
                message.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
            };
        }
    }

    private Component runs(List<TakeoverRun> runs) {
        if (runs.isEmpty()) {
            return new EmptyState(
                    "…",
                    getTranslation("registration.takeover.none.title"),
                    getTranslation("registration.takeover.none.text"));
        }
        var head = new NativeTableRow();
        for (var column : List.of("file", "uploaded", "progress")) {
            head.add(new NativeTableHeaderCell(getTranslation("registration.takeover.run." + column)));
        }
        var body = new NativeTableBody();
        for (var run : runs) {
            body.add(new NativeTableRow(
                    new NativeTableCell(new RouterLink(
                            run.fileName(), TakeoverRunView.class, TakeoverRunView.parameters(run.id()))),
                    new NativeTableCell(When.exact(run.uploadedAt()) + " " + run.uploader()),
                    new NativeTableCell(progress(run))));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    private String progress(TakeoverRun run) {
        return run.finished()
                ? getTranslation(
                        "registration.takeover.run.finished",
                        run.count(TakeoverStatus.TAKEN_OVER),
                        run.count(TakeoverStatus.ALREADY),
                        run.count(TakeoverStatus.REFUSED))
                : getTranslation(
                        "registration.takeover.run.going", run.rows() - run.count(TakeoverStatus.PENDING), run.rows());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.takeover");
    }
}
