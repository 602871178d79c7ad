package cn.baosong.account;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A web session that ends, by logout or after its time, ends its login. */
@Component
class SessionEnd implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

    private final ObjectProvider<Sessions> sessions;

    /** @param sessions when it is needed: the web server wants its listeners before there is a database */
    SessionEnd(ObjectProvider<Sessions> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Sessions.id(event.getSession()).ifPresent(id -> {
            try {
                sessions.getObject().end(id);
            } catch (RuntimeException away) {
                // At a shutdown the database may be gone before the sessions: the row counts as ended once it is
                // unseen.
                LOG.debug("an ended session was not written down: {}", away.getMessage());
            }
        });
    }
}
