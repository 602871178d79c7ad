package cn.baosong.administration;

import cn.baosong.administration.EnterpriseEvent.Kind;
import cn.baosong.administration.ReviewerChange.Left;
import cn.baosong.administration.ReviewerChange.Moved;
import cn.baosong.administration.query.WaitingSubjects;
import cn.baosong.administration.repository.EnterpriseStates;
import cn.baosong.common.Problem;
import cn.baosong.organization.AdministrationRules;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Handover;
import cn.baosong.review.HandoverCause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 变更审核员 (ADM-06 to 08): gives enterprises another desk that reviews first, for every month there is and every one to
 * come. Each enterprise is a transaction of its own: it moves with all that waits, or it stays with all that waits.
 */
@Service
@PreAuthorize("hasRole('REVIEWER')")
public class ReviewerChanges {

    private final MonitoredEnterprises enterprises;
    private final EnterpriseStates states;
    private final WaitingSubjects waiting;
    private final Handover handover;
    private final Desks desks;
    private final AdministrationRules rules;
    private final EnterpriseNotices notices;
    private final EnterpriseLog log;
    private final TransactionTemplate transaction;

    ReviewerChanges(
            MonitoredEnterprises enterprises,
            EnterpriseStates states,
            WaitingSubjects waiting,
            Handover handover,
            Desks desks,
            AdministrationRules rules,
            EnterpriseNotices notices,
            EnterpriseLog log,
            TransactionTemplate transaction) {
        this.enterprises = enterprises;
        this.states = states;
        this.waiting = waiting;
        this.handover = handover;
        this.desks = desks;
        this.rules = rules;
        this.notices = notices;
        this.log = log;
        this.transaction = transaction;
    }

    /** @return the desks at or below mine that somebody holds and that manage the region of one of the enterprises */
    @Transactional(readOnly = true)
    public List<Desk> candidates(Collection<MonitoredEnterprise> ticked) {
        var regions = ticked.stream().map(MonitoredEnterprise::region).collect(Collectors.toCollection(TreeSet::new));
        return desks.mineAndBelow().stream()
                .filter(desk -> regions.stream().anyMatch(region -> desks.manages(desk, region)))
                .filter(desk -> !desks.heldToday(desk.id()).isEmpty())
                .toList();
    }

    /**
     * @param ticked enterprises of mine; one that is not stays and is said so
     * @param desk at or below mine
     * @throws Problem {@code administration.error.desk} for another desk, {@code administration.error.desk-vacant} where
     *     nobody holds it, {@code administration.error.nothing-ticked}, {@code administration.error.too-many}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ReviewerChange change(Collection<UUID> ticked, UUID desk) {
        var ids = new TreeSet<>(ticked);
        if (ids.isEmpty()) {
            throw new Problem("administration.error.nothing-ticked");
        }
        var most = rules.most(AdministrationRules.CHANGE_REVIEWER);
        if (ids.size() > most) {
            throw new Problem("administration.error.too-many", most);
        }
        var target = target(desk);
        var moved = new ArrayList<Moved>();
        var left = new ArrayList<Left>();
        for (var id : ids) {
            change(id, target, moved, left);
        }
        transaction.executeWithoutResult(status -> tellDesks(target, moved));
        return new ReviewerChange(target.name(), moved, left);
    }

    private Desk target(UUID desk) {
        var target = desks.mineAndBelow().stream()
                .filter(mine -> mine.id().equals(desk))
                .findFirst()
                .orElseThrow(() -> new Problem("administration.error.desk"));
        if (desks.heldToday(target.id()).isEmpty()) {
            throw new Problem("administration.error.desk-vacant", target.name());
        }
        return target;
    }

    private void change(UUID id, Desk target, List<Moved> moved, List<Left> left) {
        try {
            moved.add(transaction.execute(status -> move(id, target)));
        } catch (Problem refused) {
            left.add(new Left(id, name(id), refused));
        } catch (PessimisticLockingFailureException busy) {
            // Somebody works on one of its reports at this moment; nothing of the enterprise has moved.
            left.add(new Left(id, name(id), new Problem("administration.error.busy")));
        }
    }

    private Moved move(UUID id, Desk target) {
        var enterprise = enterprises.locked(id);
        if (enterprise.set() && enterprise.desk().equals(target.id())) {
            throw new Problem("administration.error.desk-already", target.name());
        }
        if (!desks.manages(target, enterprise.region())) {
            throw new Problem("administration.error.desk-region", target.name());
        }
        states.setDesk(id, target.id());
        var reviews = waiting.of(id).stream()
                .map(subject -> handover.move(subject, target.id(), HandoverCause.REASSIGNED))
                .filter(Optional::isPresent)
                .count();
        log.add(id, Kind.REVIEWER_CHANGED, enterprise.deskName() + " → " + target.name(), null);
        notices.reviewerChanged(enterprise, target.id());
        return new Moved(id, enterprise.name(), enterprise.desk(), enterprise.deskName(), (int) reviews);
    }

    private String name(UUID id) {
        return enterprises.find(id).map(MonitoredEnterprise::name).orElse(null);
    }

    /** One message for each desk that gave, and for the one that got; not one for each enterprise. */
    private void tellDesks(Desk target, List<Moved> moved) {
        moved.stream().collect(Collectors.groupingBy(Moved::from)).forEach((from, many) -> {
            var first = many.get(0);
            var reviews = many.stream().mapToInt(Moved::reviews).sum();
            notices.handedOver(from, from, target.id(), first.name(), many.size(), reviews);
            if (!from.equals(target.id())) {
                notices.handedOver(target.id(), from, target.id(), first.name(), many.size(), reviews);
            }
        });
    }
}
