package cn.baosong.organization;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.account.Sessions;
import cn.baosong.common.Problem;
import cn.baosong.form.CleanText;
import cn.baosong.organization.query.DeskQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Administrators come and go (下级管理员维护, ADM-09): another person for a desk, an account that is disabled, a desk that is
 * given up. Reviews wait at desks, so only a desk that is given up moves any.
 */
@Service
@Transactional
@PreAuthorize("hasRole('REVIEWER')")
public class Administrators {

    /** Characters a reason may have (REG-41). */
    public static final int REASON_LIMIT = 150;

    private static final Set<Role> REVIEWING = EnumSet.of(Role.REVIEWER, Role.SENIOR);

    private final Desks desks;
    private final DeskQueries queries;
    private final List<DeskDuties> duties;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AdministrationNotices notices;
    private final DeskTitles titles;
    private final ClosureNotices closures;
    private final CurrentUser user;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Administrators(
            Desks desks,
            DeskQueries queries,
            List<DeskDuties> duties,
            Accounts accounts,
            Sessions sessions,
            AdministrationNotices notices,
            DeskTitles titles,
            ClosureNotices closures,
            CurrentUser user,
            TransactionTemplate transaction,
            Clock clock) {
        this.desks = desks;
        this.queries = queries;
        this.duties = duties;
        this.accounts = accounts;
        this.sessions = sessions;
        this.notices = notices;
        this.titles = titles;
        this.closures = closures;
        this.user = user;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives a desk below mine to another person. Whoever holds it, substitutes left aside, holds it up to the day before.
     *
     * @param from first day, today where null; not in the past
     */
    public void replace(UUID desk, String loginName, LocalDate from) {
        desks.requireBelow(desk);
        var first = from == null ? today() : from;
        if (first.isBefore(today())) {
            throw new Problem("organization.error.past");
        }
        open(desk);
        queries.endBefore(desk, first);
        desks.assign(desk, loginName, false, first, null);
    }

    /**
     * Disables the account of somebody who holds a desk below mine: logged out at once, all holdings ended, no
     * administrator any more. What waits at the desks stays there. A new desk enables the account again.
     *
     * @param holding one of those of a desk below mine
     * @param reason 1 to 150 characters
     * @throws Problem {@code organization.error.holds-elsewhere} where the person holds a desk that is not below mine;
     *     {@code organization.error.other-work} where the account is more than an administrator's
     */
    public void disable(UUID holding, String reason) {
        var why = reason(reason);
        desks.requireBelow(
                queries.deskOfHolding(holding).orElseThrow(() -> new Problem("organization.error.not-yours")));
        var account = queries.accountOfHolding(holding).flatMap(accounts::find).orElseThrow();
        requireMineAlone(account);
        queries.openHoldings(account.id(), today()).forEach(held -> queries.endHolding(held.id(), today()));
        notices.tell(
                account.id(),
                AdministrationEvent.ADMINISTRATOR_DISABLED,
                null,
                account.loginName(),
                why,
                titles.mine());
        REVIEWING.stream().filter(account.roles()::contains).forEach(role -> accounts.revokeRole(account.id(), role));
        accounts.disable(account.id(), why);
        sessions.endAll(account.id());
    }

    /**
     * What {@link #close} would hand over, for whoever confirms it.
     *
     * @throws Problem where the desk cannot be closed
     */
    public List<DeskHanding> handing(UUID desk) {
        closable(desk);
        return duties.stream().flatMap(duty -> duty.handing(desk).stream()).toList();
    }

    /**
     * Closes a desk below mine (撤销岗位): what is at it goes to where it would have come without it, and its region to the
     * next desk above from now on. A refusal at the end leaves what was handed over where it went: nobody held the desk, and
     * whoever holds the desks it went to has been told.
     *
     * @param reason 1 to 150 characters; told those who get what was at the desk
     * @throws Problem where somebody holds it, a desk stands below it, or something could not be handed over
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void close(UUID desk, String reason) {
        var why = reason(reason);
        var closing = transaction.execute(status -> closable(desk));
        var handed =
                duties.stream().flatMap(duty -> duty.handOver(desk).stream()).toList();
        transaction.executeWithoutResult(status -> closures.tell(closing, handed, why));
        transaction.executeWithoutResult(status -> {
            closable(desk);
            duties.forEach(duty -> duty.keeping(desk).ifPresent(against -> {
                throw against;
            }));
            queries.close(desk, clock.instant(), user.requireAccount(), why);
        });
    }

    /** Under the lock of the desk, which keeps arrivals away until the transaction ends. */
    private Desk closable(UUID desk) {
        desks.requireBelow(desk);
        var closing = open(desk);
        if (queries.heldFrom(desk, today())) {
            throw new Problem("organization.error.desk-held", closing.name());
        }
        if (!queries.below(desk).isEmpty()) {
            throw new Problem("organization.error.desk-above-others", closing.name());
        }
        return closing;
    }

    private Desk open(UUID desk) {
        return queries.lock(desk).orElseThrow(() -> new Problem("organization.error.not-yours"));
    }

    /** A desk can be given to any account; that makes nobody the master of what else the account is. */
    private void requireMineAlone(Account account) {
        if (!REVIEWING.containsAll(account.roles())) {
            throw new Problem("organization.error.other-work", account.loginName());
        }
        var mine = desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
        var below = desks.mineAndBelow().stream()
                .map(Desk::id)
                .filter(id -> !mine.contains(id))
                .collect(Collectors.toSet());
        if (queries.openHoldings(account.id(), today()).stream().anyMatch(held -> !below.contains(held.desk()))) {
            throw new Problem("organization.error.holds-elsewhere", account.loginName());
        }
    }

    private static String reason(String raw) {
        var why = raw == null ? "" : CleanText.of(raw, true);
        if (why.isEmpty() || why.codePointCount(0, why.length()) > REASON_LIMIT) {
            throw new Problem("organization.error.reason", REASON_LIMIT);
        }
        return why;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
