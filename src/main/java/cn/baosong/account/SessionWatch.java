package cn.baosong.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets go of a web session whose login was ended elsewhere, or whose account was disabled. Asks the database at most every
 * ten seconds for a session; a page that is open then says that the session has expired, a page load goes to the login.
 */
final class SessionWatch extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final String ASKED = SessionWatch.class.getName() + ".asked";

    /** Short enough for "ended at once", long enough to be no load: nothing an operator has to choose. */
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final Clock clock;

    SessionWatch(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        try {
            if (session != null && ended(session)) {
                SecurityContextHolder.clearContext();
                session.invalidate();
            }
        } catch (IllegalStateException gone) {
            LOG.debug("the session ended while it was asked about");
        }
        chain.doFilter(request, response);
    }

    private boolean ended(HttpSession session) {
        var id = Sessions.id(session);
        var now = clock.instant();
        if (id.isEmpty() || session.getAttribute(ASKED) instanceof Instant last && now.isBefore(last.plus(BETWEEN))) {
            return false;
        }
        session.setAttribute(ASKED, now);
        try {
            return !sessions.see(id.get());
        } catch (DataAccessException away) {
            // The page says so itself, and keeps what was typed.
            LOG.warn("cannot ask whether a session was ended: {}", away.getMessage());
            return false;
        }
    }
}
