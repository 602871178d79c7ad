package cn.baosong.registration.ui;

import cn.baosong.common.ui.When;
import cn.baosong.registration.takeover.Takeovers;
import cn.baosong.upload.UploadedRun;
import cn.baosong.upload.ui.RunPage;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One workbook of enterprises of the old platform on its way. */
@Route("takeover/:run")
@RolesAllowed("OPERATOR")
class TakeoverRunView extends RunPage {

    TakeoverRunView(Takeovers takeovers) {
        super(takeovers, Takeovers.WORDS, TakeoverView.class);
    }

    @Override
    protected String line(UploadedRun run) {
        return getTranslation(Takeovers.WORDS + "line", When.exact(run.uploadedAt()), run.uploaderName());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.takeover");
    }
}
