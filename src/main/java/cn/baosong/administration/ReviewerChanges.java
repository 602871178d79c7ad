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
import java.util.function.Function;
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

    /** How often an enterprise is looked at of which reviews keep coming to desks. */
    private static final int LOOKS = 5;

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
        var ids = ids(ticked);
        var target = target(desk);
        return change(target.name(), ids, new Choice(true, enterprise -> chosen(enterprise, target)));
    }

    /**
     * Back to the nearest desk by region (按属地) for enterprises for which a desk was chosen.
     *
     * @param ticked as for {@link #change(Collection, UUID)}; one whose region leads to a desk that is neither mine nor
     *     below stays, and so does one that goes by its region already
     * @throws Problem {@code administration.error.nothing-ticked}, {@code administration.error.too-many}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ReviewerChange byRegion(Collection<UUID> ticked) {
        return change(null, ids(ticked), new Choice(false, this::byRegion));
    }

    /**
     * Every enterprise for which a desk was chosen that is about to be closed goes by its region, whosever desk that is.
     *
     * @return those that went; the enterprises were told, the desks were not
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    List<Moved> leave(UUID closing) {
        return moved(null, states.allSet(closing), new Choice(false, enterprise -> desks.directWithout(
                                enterprise.region(), closing)
                        .orElseThrow(() -> new Problem("organization.error.no-desk"))))
                .moved();
    }

    /**
     * Which desk an enterprise gets.
     *
     * @param set whether it is chosen for good; otherwise the enterprise goes by its region
     */
    private record Choice(boolean set, Function<MonitoredEnterprise, Desk> desk) {}

    private TreeSet<UUID> ids(Collection<UUID> ticked) {
        var ids = new TreeSet<>(ticked);
        if (ids.isEmpty()) {
            throw new Problem("administration.error.nothing-ticked");
        }
        var most = rules.most(AdministrationRules.CHANGE_REVIEWER);
        if (ids.size() > most) {
            throw new Problem("administration.error.too-many", most);
        }
        return ids;
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

    private Desk chosen(MonitoredEnterprise enterprise, Desk target) {
        if (enterprise.set() && enterprise.desk().equals(target.id())) {
            throw new Problem("administration.error.desk-already", target.name());
        }
        if (!desks.manages(target, enterprise.region())) {
            throw new Problem("administration.error.desk-region", target.name());
        }
        return target;
    }

    private Desk byRegion(MonitoredEnterprise enterprise) {
        var nearest = desks.direct(enterprise.region());
        if (!enterprise.set()) {
            throw new Problem("administration.error.by-region-already", nearest.name());
        }
        if (desks.mineAndBelow().stream().noneMatch(mine -> mine.id().equals(nearest.id()))) {
            throw new Problem("administration.error.by-region-beyond", nearest.name());
        }
        return nearest;
    }

    private ReviewerChange change(String desk, Collection<UUID> ids, Choice choice) {
        var change = moved(desk, ids, choice);
        transaction.executeWithoutResult(status -> tellDesks(change.moved()));
        return change;
    }

    private ReviewerChange moved(String desk, Collection<UUID> ids, Choice choice) {
        var moved = new ArrayList<Moved>();
        var left = new ArrayList<Left>();
        for (var id : ids) {
            change(id, choice, moved, left);
        }
        return new ReviewerChange(desk, moved, left);
    }

    private void change(UUID id, Choice choice, List<Moved> moved, List<Left> left) {
        for (var look = 0; look < LOOKS; look++) {
            try {
                moved.add(transaction.execute(status -> move(id, choice)));
                return;
            } catch (Problem refused) {
                left.add(new Left(id, name(id), refused));
                return;
            } catch (PessimisticLockingFailureException busy) {
                break;
            } catch (Arrived another) {
                // Nothing has moved; looked at once more, with what came to a desk meanwhile.
            }
        }
        // Somebody works on one of its reports at this moment; nothing of the enterprise has moved.
        left.add(new Left(id, name(id), new Problem("administration.error.busy")));
    }

    /** A review of the enterprise came to a desk after what waits was locked and before the enterprise was. */
    private static final class Arrived extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reports first, in the order of their ids, then the enterprise: whoever submits or decides holds a report when asking
     * for the enterprise. The enterprise's lock lets nothing new come to a desk, so that then all that waits is held.
     */
    private Moved move(UUID id, Choice choice) {
        enterprises.find(id).orElseThrow(() -> new Problem("administration.error.not-found"));
        var held = waiting.of(id).stream().filter(handover::hold).toList();
        var enterprise = enterprises.locked(id);
        var target = choice.desk().apply(enterprise);
        var now = waiting.of(id);
        if (!held.containsAll(now)) {
            throw new Arrived();
        }
        states.setDesk(id, target.id(), choice.set());
        var reviews = now.stream()
                .map(subject -> handover.move(subject, target.id(), HandoverCause.REASSIGNED))
                .filter(Optional::isPresent)
                .count();
        log.add(id, Kind.REVIEWER_CHANGED, enterprise.deskName() + " → " + target.name(), null);
        notices.reviewerChanged(enterprise, target.id());
        return new Moved(
                id, enterprise.name(), enterprise.desk(), enterprise.deskName(), target.id(), target.name(), (int)
                        reviews);
    }

    private String name(UUID id) {
        return enterprises.find(id).map(MonitoredEnterprise::name).orElse(null);
    }

    private record Way(UUID from, UUID to) {}

    /** One message for each desk that gave, and for each that got; not one for each enterprise. */
    private void tellDesks(List<Moved> moved) {
        moved.stream()
                .collect(Collectors.groupingBy(one -> new Way(one.from(), one.to())))
                .forEach((way, many) -> {
                    var first = many.get(0).name();
                    var reviews = many.stream().mapToInt(Moved::reviews).sum();
                    for (var desk : way.from().equals(way.to()) ? List.of(way.to()) : List.of(way.from(), way.to())) {
                        notices.handedOver(desk, way.from(), way.to(), first, many.size(), reviews);
                    }
                });
    }
}
