package cn.baosong.review.bulk;

import cn.baosong.common.Problem;
import cn.baosong.engine.OwnTransaction;
import cn.baosong.engine.Step;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Decisions;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Ruling;
import cn.baosong.review.bulk.query.BulkQueries;
import cn.baosong.review.bulk.query.BulkRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Decides the items of a chunk: all in one transaction, and where somebody else is in the way, one by one. A result is
 * written in the transaction in which the item moves, so that none moves twice, however often the chunk is begun.
 */
@Component
class ChunkRun {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkRun.class);

    /** A subject somebody else is at is not waited for together with forty-nine others. */
    private static final Duration TOGETHER = Duration.ofMillis(300);

    private static final Duration ALONE = Duration.ofSeconds(3);
    private static final int TRIES = 3;

    private final OwnTransaction own;
    private final BulkQueries queries;
    private final BulkRepository repository;
    private final Decisions decisions;
    private final ReviewRecord record;
    private final Desks desks;
    private final Clock clock;

    ChunkRun(
            OwnTransaction own,
            BulkQueries queries,
            BulkRepository repository,
            Decisions decisions,
            ReviewRecord record,
            Desks desks,
            Clock clock) {
        this.own = own;
        this.queries = queries;
        this.repository = repository;
        this.decisions = decisions;
        this.record = record;
        this.desks = desks;
        this.clock = clock;
    }

    /** Every item of the chunk has a result afterwards, each committed. */
    void run(Step step, BulkOperation operation, int chunk) {
        var items = queries.pending(operation.id(), chunk);
        if (items.isEmpty()) {
            return;
        }
        try {
            own.run(() -> decide(step, operation, items, TOGETHER));
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (RuntimeException anyOfThem) {
            LOG.info("a chunk of bulk operation {} is decided item by item: {}", operation.id(), anyOfThem.toString());
            items.forEach(item -> alone(step, operation, item));
        }
    }

    private void alone(Step step, BulkOperation operation, BulkItem item) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            try {
                own.run(() -> decide(step, operation, List.of(item), ALONE));
                return;
            } catch (DataAccessResourceFailureException away) {
                throw away;
            } catch (ConcurrencyFailureException conflict) {
                LOG.info("item {} of bulk operation {} is in use", item.position(), operation.id());
            } catch (RuntimeException failure) {
                fail(step, operation, item, problem(failure));
                return;
            }
        }
        fail(step, operation, item, new Problem("review.bulk.problem.in-use"));
    }

    private void fail(Step step, BulkOperation operation, BulkItem item, Problem problem) {
        own.run(() -> repository.settle(step, operation.id(), List.of(Outcome.failed(item, problem)), clock.instant()));
    }

    private static Problem problem(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem said) {
                return said;
            }
        }
        LOG.error("an item of a bulk operation failed", failure);
        return new Problem("review.bulk.problem.failed");
    }

    private void decide(Step step, BulkOperation operation, List<BulkItem> items, Duration patience) {
        var held = desks.heldBy(operation.account()).stream().collect(Collectors.toMap(Desk::id, Function.identity()));
        repository.waitForLocks(step, patience);
        var waiting = decisions.lock(
                step, operation.kind(), items.stream().map(BulkItem::subject).toList());
        repository.waitForLocks(step, Duration.ZERO);
        var outcomes = new ArrayList<Outcome>();
        var cases = new ArrayList<Decisions.Case>();
        for (var item : items) {
            var now = Optional.ofNullable(waiting.get(item.subject()));
            var desk = held.get(item.actingDesk());
            var inTheWay = inTheWay(operation, item, now, desk);
            if (inTheWay.isEmpty()) {
                cases.add(new Decisions.Case(now.orElseThrow(), desk));
            }
            outcomes.add(inTheWay.orElseGet(() -> Outcome.of(item, BulkResult.DONE)));
        }
        carryOut(step, operation, cases);
        repository.settle(step, operation.id(), outcomes, clock.instant());
    }

    /** Why an item is not decided; empty where nothing is in the way. */
    private Optional<Outcome> inTheWay(
            BulkOperation operation, BulkItem item, Optional<ReviewItem> waiting, Desk desk) {
        var seen = waiting.filter(now -> now.id().equals(item.reviewItem()));
        if (seen.isEmpty()) {
            return Optional.of(gone(operation, item));
        }
        if (!seen.get().desk().equals(item.desk())) {
            var where = desks.find(seen.get().desk()).map(Desk::name).orElse(null);
            return Optional.of(new Outcome(item.position(), BulkResult.MOVED, where, null));
        }
        return desk != null && operation.action().allowedTo(desk)
                ? Optional.empty()
                : Optional.of(Outcome.of(item, BulkResult.NOT_ALLOWED));
    }

    private void carryOut(Step step, BulkOperation operation, List<Decisions.Case> cases) {
        var ruling = new Ruling(
                operation.account(),
                operation.actor(),
                operation.action().decision(),
                operation.reason(),
                operation.id());
        if (operation.action() == BulkAction.SKIP_LEVEL) {
            decisions.skipLevels(step, ruling, cases);
        } else {
            decisions.carryOut(step, ruling, cases);
        }
    }

    /** Who decided it since the preview; where nobody did, the enterprise took it back. */
    private Outcome gone(BulkOperation operation, BulkItem item) {
        return record.decidedSince(item.subject(), operation.kind(), operation.preparedAt())
                .map(action -> new Outcome(item.position(), BulkResult.DECIDED_BY_OTHER, action.actor(), action.at()))
                .orElse(Outcome.of(item, BulkResult.WITHDRAWN));
    }
}
