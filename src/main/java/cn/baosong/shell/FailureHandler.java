package cn.baosong.shell;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Every failure in a page ends here: a clear message for the person, the cause for the log, never a stack trace shown. */
@Component
class FailureHandler implements VaadinServiceInitListener, ErrorHandler {

    private static final Log LOG = LogFactory.getLog(FailureHandler.class);

    private final transient Texts texts;

    FailureHandler(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var message = message(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.refused(message));
        }
    }

    private String message(Throwable failure) {
        var ui = UI.getCurrent();
        var locale = ui == null ? Texts.CHINESE : ui.getLocale();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return texts.get(locale, problem);
            }
            if (isDatabaseAway(cause)) {
                LOG.warn("the database cannot be reached: " + cause.getMessage());
                return texts.get(locale, "common.failure.database");
            }
            if (cause instanceof ConcurrencyFailureException) {
                return texts.get(locale, "common.failure.conflict");
            }
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("failure " + number, failure);
        return texts.get(locale, "common.failure.text", number);
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof SQLTransientException
                || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08")
                                || sql.getSQLState().startsWith("57P"));
    }
}
