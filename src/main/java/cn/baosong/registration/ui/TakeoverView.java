package cn.baosong.registration.ui;

import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.registration.takeover.Takeovers;
import cn.baosong.upload.UploadedRun;
import cn.baosong.upload.ui.RunTable;
import cn.baosong.upload.ui.SendCard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** 原平台企业转入 (REG-27): the workbook to fill in, the upload, and what was uploaded before. */
@Route("takeover")
@RolesAllowed("OPERATOR")
class TakeoverView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Takeovers takeovers;

    TakeoverView(Takeovers takeovers) {
        this.takeovers = takeovers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(
                new PageHeader(getPageTitle(), getTranslation("registration.takeover.sentence")),
                new SendCard(
                        getTranslation("registration.takeover.upload"),
                        Stream.of("fill-in", "send", "result")
                                .map(step -> getTranslation("registration.takeover.step." + step))
                                .toList(),
                        (fileName, in) -> SendCard.Answer.taken(takeovers.upload(fileName, in)),
                        TakeoverRunView.class,
                        new SheetDownload(
                                "template",
                                getTranslation("registration.takeover.template"),
                                getTranslation("registration.takeover.sheet"),
                                out -> takeovers.template(getLocale(), out))),
                new RunTable(takeovers.runs(), TakeoverRunView.class, Takeovers.WORDS, UploadedRun::uploaderName)
                        .card());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.takeover");
    }
}
