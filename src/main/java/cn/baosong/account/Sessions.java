package cn.baosong.account;

import cn.baosong.account.repository.SessionTable;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The logins that are open (登录设备), whatever node they live on: a web session knows the id of its row, and is worth
 * nothing once the row is ended. A row that has not been seen for longer than a session lives belongs to a node that
 * died.
 */
@Component
public class Sessions {

    private static final String ID = Sessions.class.getName() + ".id";
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(12);
    private static final int MOST = 100;

    private final SessionTable table;
    private final BrowserName browsers;
    private final Clock clock;
    private final Duration lifetime;

    Sessions(
            SessionTable table,
            BrowserName browsers,
            Clock clock,
            @Value("${server.servlet.session.timeout:30m}") Duration timeout) {
        this.table = table;
        this.browsers = browsers;
        this.clock = clock;
        this.lifetime = timeout.plus(GRACE);
    }

    /** Writes down that somebody has logged in. */
    void open(UUID account, HttpServletRequest request) {
        var session = request.getSession();
        var id = UUID.randomUUID();
        table.insert(
                id,
                account,
                ClientAddress.shortened(request.getRemoteAddr()),
                browsers.of(request.getHeader(HttpHeaders.USER_AGENT)),
                clock.instant());
        session.setAttribute(ID, id);
    }

    /** Ends the login of this web session, if it has one: somebody else is about to use it. */
    void leave(HttpSession session) {
        id(session).ifPresent(before -> {
            end(before);
            session.removeAttribute(ID);
        });
    }

    /** @return whether the login may go on; it counts as seen now if so */
    boolean see(UUID id) {
        return table.see(id, clock.instant());
    }

    void end(UUID id) {
        table.end(id, clock.instant());
    }

    /** @return what the ended one was; empty where there is no such open login of this account */
    Optional<String> end(UUID account, UUID id) {
        return table.end(account, id, clock.instant(), since());
    }

    List<SessionTable.Row> open(UUID account) {
        return table.open(account, since(), MOST);
    }

    /**
     * Ends every login of the account, on whatever node: each is out at its next request, at most 10 seconds later.
     *
     * @return how many were open
     */
    public int endAll(UUID account) {
        return table.endAllBut(account, null, clock.instant());
    }

    /**
     * Ends every login of the account but one.
     *
     * @param keep what {@link #current()} gives; null ends all
     * @return how many were open
     */
    public int endOthers(UUID account, UUID keep) {
        return table.endAllBut(account, keep, clock.instant());
    }

    /** @return id of the login whose request this thread answers */
    public Optional<UUID> current() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(request -> request.getWrappedSession(false))
                .map(session -> session.getAttribute(ID))
                .map(UUID.class::cast);
    }

    static Optional<UUID> id(HttpSession session) {
        return Optional.ofNullable(session).map(known -> known.getAttribute(ID)).map(UUID.class::cast);
    }

    /** Deletes rows that say nothing any more. */
    void sweep() {
        table.deleteUnseen(since().minus(KEPT));
    }

    private Instant since() {
        return clock.instant().minus(lifetime);
    }
}
