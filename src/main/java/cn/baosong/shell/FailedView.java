package cn.baosong.shell;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.EmptyState;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** A page that could not be shown: the number under which the log knows why. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class FailedView extends Div implements HasErrorParameter<Exception> {

    private static final Log LOG = LogFactory.getLog(FailedView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var home = new Anchor("", getTranslation("common.home"));
        var title = getTranslation("common.failure.title");
        if (parameter.getCaughtException() instanceof Problem problem) {
            add(new EmptyState("!", title, getTranslation(problem.key(), problem.arguments()), home));
            return HttpServletResponse.SC_CONFLICT;
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure " + number, parameter.getException());
        add(new EmptyState("!", title, getTranslation("shell.failed.text", number), home));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
