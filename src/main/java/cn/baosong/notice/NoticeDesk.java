package cn.baosong.notice;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.form.CleanText;
import cn.baosong.notice.repository.NoticeTable;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices of the desks the signed-in administrator holds today: publish, edit, withdraw. Every version is kept. A notice
 * of another desk is answered like one that does not exist.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class NoticeDesk {

    /** Characters a reason may have (REG-41). */
    public static final int LONGEST_REASON = 150;

    private final NoticeTable table;
    private final NoticeRules rules;
    private final Desks desks;
    private final CurrentUser user;
    private final Clock clock;

    NoticeDesk(NoticeTable table, NoticeRules rules, Desks desks, CurrentUser user, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.desks = desks;
        this.user = user;
        this.clock = clock;
    }

    /** @return the desks I may publish for */
    public List<Desk> desks() {
        return desks.mine();
    }

    /** @param text part of a title, empty for all. @return newest first */
    public List<DeskNotice> mine(String text, int offset, int limit) {
        return table.ofDesks(myDesks(), NoticeBoard.search(text), today(), offset, limit);
    }

    public Optional<DeskNotice> find(UUID id) {
        return table.find(myDesks(), id, today());
    }

    /** @return what was done to a notice of mine, newest first */
    public List<NoticeChange> changes(UUID id) {
        return find(id).map(notice -> table.changes(notice.id())).orElse(List.of());
    }

    /**
     * Publishes at once; nobody is messaged.
     *
     * @param desk one I hold today
     * @return its id
     * @throws Problem says what of the content is wrong; {@code notice.error.desk} for a desk that is not mine
     */
    @Transactional
    public UUID publish(UUID desk, NoticeContent content) {
        var from = desks.mine().stream()
                .filter(held -> held.id().equals(desk))
                .findFirst()
                .orElseThrow(() -> new Problem("notice.error.desk"));
        var checked = rules.check(from, content);
        var id = UUID.randomUUID();
        table.insert(id, desk, author(), checked, rules.path(checked.region()), clock.instant());
        return id;
    }

    /**
     * Changes what a notice says. Who has read it has read it.
     *
     * @param version the one the editor showed
     * @throws Problem when somebody else changed or withdrew it meanwhile, or something of the content is wrong
     */
    @Transactional
    public void edit(UUID id, int version, NoticeContent content) {
        var before = require(id);
        var checked = rules.check(desks.find(before.desk()).orElseThrow(), content);
        if (!table.edit(id, version, author(), checked, rules.path(checked.region()), clock.instant())) {
            throw new Problem(
                    require(id).withdrawnAt() == null ? "notice.error.changed" : "notice.error.withdrawn-already");
        }
    }

    /**
     * Takes a notice back (撤回): nobody reads it any more; its versions stay.
     *
     * @param reason 1 to {@link #LONGEST_REASON} characters
     */
    @Transactional
    public void withdraw(UUID id, String reason) {
        require(id);
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw new Problem("notice.error.reason", LONGEST_REASON);
        }
        var clean = CleanText.of(reason, true);
        if (clean.isEmpty()) {
            throw new Problem("notice.error.reason", LONGEST_REASON);
        }
        if (!table.withdraw(id, author(), clean, clock.instant())) {
            throw new Problem("notice.error.withdrawn-already");
        }
    }

    private DeskNotice require(UUID id) {
        return find(id).orElseThrow(() -> new Problem("notice.error.unknown"));
    }

    private Set<UUID> myDesks() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }

    private UUID author() {
        return user.requireAccount();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
