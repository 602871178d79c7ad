package cn.baosong.review.bulk;

import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.engine.Flow;
import cn.baosong.engine.Step;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import cn.baosong.review.bulk.query.BulkQueries;
import cn.baosong.review.bulk.query.BulkRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the models {@code bulk-review} and {@code bulk-chunk} do. Each takes the step that asks for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BulkSteps {

    private static final String ORDINARY_WINDOW = "PT10S";
    private static final int ORDINARY_CHUNK = 50;
    private static final int LARGEST_CHUNK = 500;

    private final BulkQueries queries;
    private final BulkRepository repository;
    private final ChunkRun run;
    private final Flow flow;
    private final Desks desks;
    private final DeskTitles titles;
    private final Notifier notifier;
    private final Clock clock;

    BulkSteps(
            BulkQueries queries,
            BulkRepository repository,
            ChunkRun run,
            Flow flow,
            Desks desks,
            DeskTitles titles,
            Notifier notifier,
            Clock clock) {
        this.queries = queries;
        this.repository = repository;
        this.run = run;
        this.flow = flow;
        this.desks = desks;
        this.titles = titles;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Opens the window in which the operation can be cancelled.
     *
     * @return how long it is, ISO 8601: setting {@code cancelWindow} of the step
     */
    public String fix(Step step) {
        var operation = own(step, BulkState.PREVIEW);
        if (operation.confirmedAt() == null) {
            throw new IllegalStateException("nobody confirmed the bulk operation");
        }
        var setting = step.setting(BulkProcess.CANCEL_WINDOW);
        var window = setting == null ? ORDINARY_WINDOW : setting;
        repository.openWindow(step, operation.id(), operation.confirmedAt().plus(Duration.parse(window)));
        return window;
    }

    public void cancel(Step step) {
        var operation = own(step, BulkState.WINDOW);
        repository.state(step, operation.id(), BulkState.CANCELLED, clock.instant());
    }

    /** Divides the items into chunks of setting {@code chunkSize}, and starts a process for each. */
    public void startChunks(Step step) {
        var operation = own(step, BulkState.WINDOW);
        repository.state(step, operation.id(), BulkState.RUNNING, null);
        var instances = new LinkedHashMap<UUID, String>();
        for (var chunk : repository.divide(step, operation.id(), size(step.setting(BulkProcess.CHUNK_SIZE)))) {
            instances.put(chunk, flow.startNewest(BulkProcess.CHUNK, chunk));
        }
        repository.chunksStarted(step, instances);
    }

    private static int size(String setting) {
        try {
            return setting == null ? ORDINARY_CHUNK : Math.max(1, Math.min(LARGEST_CHUNK, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ORDINARY_CHUNK;
        }
    }

    /** Decides the items of the step's chunk; the last chunk lets the operation go on. */
    public void decideChunk(Step step) {
        var chunk = repository
                .chunk(step.subject())
                .orElseThrow(() -> new IllegalStateException("no chunk has the business key of the process"));
        if (!step.rootInstance().equals(chunk.processInstance()) || chunk.done()) {
            throw new IllegalStateException("the process instance does not belong to the chunk");
        }
        var operation = queries.find(chunk.operation()).orElseThrow();
        if (operation.state() != BulkState.RUNNING) {
            throw new IllegalStateException("the bulk operation is " + operation.state());
        }
        run.run(step, operation, chunk.number());
        if (repository.chunkDone(step, chunk) == 0) {
            flow.send(BulkProcess.COUNTED, operation.id());
        }
    }

    /** Closes the operation, and tells the desks that were passed over: settings {@code channel}, {@code template}. */
    public void summarize(Step step) {
        var operation = own(step, BulkState.RUNNING);
        if (operation.count(BulkResult.PENDING) > 0) {
            throw new IllegalStateException("the bulk operation has items without a result");
        }
        repository.state(step, operation.id(), BulkState.DONE, clock.instant());
        var ways = Way.among(step.setting(BulkProcess.CHANNEL));
        if (operation.action() != BulkAction.SKIP_LEVEL || ways.isEmpty()) {
            return;
        }
        var by = titles.of(operation.desks());
        var reason = operation.reason() == null ? titles.nothing() : operation.reason();
        for (var skipped : repository.skipped(operation.id())) {
            for (var account : desks.heldToday(skipped.desk())) {
                notifier.tell(
                        account,
                        ways,
                        step.setting(BulkProcess.TEMPLATE),
                        "/reviews/" + operation.kind(),
                        by,
                        skipped.number(),
                        skipped.details(),
                        reason);
            }
        }
    }

    /** Locks the step's operation, and refuses a process instance that may not speak for it. */
    private BulkOperation own(Step step, BulkState expected) {
        var operation = queries.lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no bulk operation has the business key of the process"));
        if (operation.processInstance() != null && !operation.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the bulk operation");
        }
        if (operation.state() != expected) {
            throw new IllegalStateException("the bulk operation is " + operation.state());
        }
        return operation;
    }
}
