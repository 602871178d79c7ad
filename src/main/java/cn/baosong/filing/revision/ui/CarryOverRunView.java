package cn.baosong.filing.revision.ui;

import cn.baosong.common.ui.When;
import cn.baosong.filing.revision.CarryOverContext;
import cn.baosong.filing.revision.CarryOvers;
import cn.baosong.upload.UploadedRun;
import cn.baosong.upload.ui.RunPage;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One run that carries reports over to a new revision: how far it is, and what has become of each report. */
@Route("carry-overs/:run")
@RolesAllowed("PROCESS_OWNER")
class CarryOverRunView extends RunPage {

    CarryOverRunView(CarryOvers runs) {
        super(runs, CarryOvers.WORDS, RevisionsView.class);
    }

    static RouteParameters of(UUID run) {
        return new RouteParameters("run", run.toString());
    }

    @Override
    protected String line(UploadedRun run) {
        return getTranslation(
                CarryOvers.WORDS + "line",
                run.uploaderName(),
                When.exact(run.uploadedAt()),
                CarryOverContext.of(run).number());
    }

    @Override
    protected String back() {
        return CarryOvers.WORDS + "back";
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.revision.carry");
    }
}
