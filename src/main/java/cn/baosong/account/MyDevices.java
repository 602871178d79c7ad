package cn.baosong.account;

import cn.baosong.common.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The logins of the signed-in account: seen, and ended from here. Another account's do not exist. */
@Service
@PreAuthorize("isAuthenticated()")
public class MyDevices {

    private final CurrentUser user;
    private final Sessions sessions;
    private final AccountLog log;

    MyDevices(CurrentUser user, Sessions sessions, AccountLog log) {
        this.user = user;
        this.sessions = sessions;
        this.log = log;
    }

    /** @return this one first, then the last seen first, at most a hundred */
    public List<Device> all() {
        var here = sessions.current().orElse(null);
        return sessions.open(user.requireAccount()).stream()
                .map(row -> new Device(
                        row.id(),
                        row.address(),
                        row.browser(),
                        row.openedAt(),
                        row.seenAt(),
                        row.id().equals(here)))
                .sorted((one, other) -> Boolean.compare(other.here(), one.here()))
                .toList();
    }

    /** @throws Problem when there is no such open login of mine */
    @Transactional
    public void end(UUID id) {
        var me = user.requireAccount();
        var browser = sessions.end(me, id).orElseThrow(() -> new Problem("account.error.device"));
        log.add(me, AccountEvent.SESSION_ENDED, browser.isEmpty() ? null : browser);
    }

    /** @return how many there were */
    @Transactional
    public int endOthers() {
        var me = user.requireAccount();
        var here = sessions.current().orElseThrow(() -> new Problem("account.error.sign-in-first"));
        var ended = sessions.endOthers(me, here);
        if (ended > 0) {
            log.add(me, AccountEvent.SESSION_ENDED, null);
        }
        return ended;
    }
}
