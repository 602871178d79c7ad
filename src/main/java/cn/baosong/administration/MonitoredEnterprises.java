package cn.baosong.administration;

import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.Sessions;
import cn.baosong.administration.EnterpriseEvent.Kind;
import cn.baosong.administration.query.MonitoredQueries;
import cn.baosong.administration.repository.EnterpriseStates;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.EnterpriseRecords;
import cn.baosong.form.CleanText;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enterprises whose direct desk is one of mine or below one (监测企业信息管理, ADM-01 to 05). An enterprise of somebody else is
 * answered like one that does not exist.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class MonitoredEnterprises {

    /** Characters a reason may have (REG-41). */
    public static final int REASON_LIMIT = 150;

    private static final int EVENTS_SHOWN = 200;

    private final MonitoredQueries queries;
    private final EnterpriseStates states;
    private final List<EnterpriseRecords> records;
    private final Desks desks;
    private final Accounts accounts;
    private final Sessions sessions;
    private final EnterpriseNotices notices;
    private final EnterpriseLog log;
    private final Clock clock;

    MonitoredEnterprises(
            MonitoredQueries queries,
            EnterpriseStates states,
            List<EnterpriseRecords> records,
            Desks desks,
            Accounts accounts,
            Sessions sessions,
            EnterpriseNotices notices,
            EnterpriseLog log,
            Clock clock) {
        this.queries = queries;
        this.states = states;
        this.records = records;
        this.desks = desks;
        this.accounts = accounts;
        this.sessions = sessions;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /** @return by name */
    public List<MonitoredEnterprise> list(EnterpriseFilter filter, int offset, int limit) {
        return queries.list(myDesks(), filter, LocalDate.now(clock), offset, limit);
    }

    public int count(EnterpriseFilter filter) {
        return queries.count(myDesks(), filter, LocalDate.now(clock));
    }

    public Optional<MonitoredEnterprise> find(UUID enterprise) {
        return queries.find(myDesks(), enterprise, LocalDate.now(clock));
    }

    /** @return what administrators did with an enterprise of mine, newest first */
    public List<EnterpriseEvent> events(UUID enterprise) {
        return find(enterprise)
                .map(found -> states.events(found.id(), EVENTS_SHOWN))
                .orElse(List.of());
    }

    /** @return whether a disabled enterprise of mine can be removed: it never began or filed anything (ADM-05) */
    public boolean removable(MonitoredEnterprise enterprise) {
        return !enterprise.active() && records.stream().noneMatch(kept -> kept.any(enterprise.id()));
    }

    /**
     * 禁用 (ADM-04): nobody logs in for it and nothing is filed until it is enabled again. What waits for review stays
     * where it is and can be decided.
     *
     * @param reason 1 to 150 characters
     */
    @Transactional
    public void disable(UUID id, String reason) {
        var why = reason(reason);
        var enterprise = locked(id);
        if (!enterprise.active()) {
            throw new Problem("administration.error.disabled-already", enterprise.name());
        }
        requireNoOtherWork(enterprise);
        states.setActive(id, false);
        accounts.disable(enterprise.account(), why);
        sessions.endAll(enterprise.account());
        log.add(id, Kind.DISABLED, null, why);
        notices.disabled(enterprise, why);
    }

    /** 启用 (ADM-04): the account logs in as before. {@code reason}: 1 to 150 characters. */
    @Transactional
    public void enable(UUID id, String reason) {
        var why = reason(reason);
        var enterprise = locked(id);
        if (enterprise.active()) {
            throw new Problem("administration.error.active-already", enterprise.name());
        }
        states.setActive(id, true);
        accounts.enable(enterprise.account());
        log.add(id, Kind.ENABLED, null, why);
        notices.enabled(enterprise, why);
    }

    /**
     * 删除 (ADM-05): a disabled enterprise that never began or filed anything is gone from every list, and may register
     * again. Its row and the record of what was done stay.
     *
     * @param reason 1 to 150 characters
     * @throws Problem {@code administration.error.has-records} where it must stay, disabled as it is
     */
    @Transactional
    public void remove(UUID id, String reason) {
        var why = reason(reason);
        var enterprise = locked(id);
        if (enterprise.active()) {
            throw new Problem("administration.error.disable-first", enterprise.name());
        }
        if (!removable(enterprise)) {
            throw new Problem("administration.error.has-records", enterprise.name());
        }
        notices.removed(enterprise, why);
        states.remove(id);
        records.forEach(kept -> kept.removed(id));
        accounts.remove(enterprise.account());
        log.add(id, Kind.REMOVED, null, why);
    }

    /**
     * Locks an enterprise of mine for the rest of the transaction and reads it again.
     *
     * @throws Problem {@code administration.error.not-found}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    MonitoredEnterprise locked(UUID id) {
        if (id == null) {
            throw new Problem("administration.error.not-found");
        }
        // The lock is asked for where it is mine, so that a stranger's id makes nobody wait.
        find(id).orElseThrow(() -> new Problem("administration.error.not-found"));
        states.lock(id);
        return find(id).orElseThrow(() -> new Problem("administration.error.not-found"));
    }

    /** Who reviews or runs the platform with the same account is not locked out by the administrator of an enterprise. */
    private void requireNoOtherWork(MonitoredEnterprise enterprise) {
        var own = EnumSet.of(Role.ENTERPRISE, Role.APPLICANT);
        if (accounts.find(enterprise.account()).stream().anyMatch(account -> !own.containsAll(account.roles()))) {
            throw new Problem("administration.error.other-work", enterprise.name());
        }
    }

    private static String reason(String raw) {
        var why = raw == null ? "" : CleanText.of(raw, true);
        if (why.isEmpty() || why.codePointCount(0, why.length()) > REASON_LIMIT) {
            throw new Problem("administration.error.reason", REASON_LIMIT);
        }
        return why;
    }

    private Set<UUID> myDesks() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }
}
