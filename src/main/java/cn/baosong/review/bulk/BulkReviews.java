package cn.baosong.review.bulk;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import cn.baosong.engine.Flow;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Decision;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.Reason;
import cn.baosong.review.SubjectSources;
import cn.baosong.review.bulk.query.BulkPreparation;
import cn.baosong.review.bulk.query.BulkQueries;
import cn.baosong.review.bulk.query.BulkRepository;
import cn.baosong.review.query.InboxQueries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many reviews decided at once: prepared, looked at, confirmed, for a short time cancelled, and followed until each item
 * has its result. An operation belongs to the desks in whose name it decides; whoever holds one of them sees it.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class BulkReviews {

    /** How far the buttons count: every look at an inbox asks. */
    public static final int MOST_COUNTED = 1_000;

    private static final Duration ORDINARILY_KEPT = Duration.ofHours(1);
    private static final int SHOWN = 100;

    private final BulkPreparation preparation;
    private final BulkQueries queries;
    private final BulkRepository repository;
    private final InboxQueries inbox;
    private final SubjectSources sources;
    private final SchemeRevisions revisions;
    private final Flow flow;
    private final Desks desks;
    private final CurrentUser user;
    private final Clock clock;

    BulkReviews(
            BulkPreparation preparation,
            BulkQueries queries,
            BulkRepository repository,
            InboxQueries inbox,
            SubjectSources sources,
            SchemeRevisions revisions,
            Flow flow,
            Desks desks,
            CurrentUser user,
            Clock clock) {
        this.preparation = preparation;
        this.queries = queries;
        this.repository = repository;
        this.inbox = inbox;
        this.sources = sources;
        this.revisions = revisions;
        this.flow = flow;
        this.desks = desks;
        this.user = user;
        this.clock = clock;
    }

    /** @return whether the action is offered for a kind: a desk of mine has the grant it needs (REV-07) */
    public boolean offered(BulkAction action, String kind) {
        return sources.kinds().contains(kind)
                && !allowed(action).isEmpty()
                && (action != BulkAction.SKIP_LEVEL || sources.skipsLevels(kind));
    }

    /**
     * @return end of the keys of the texts that name the action: that of 接收所选 where an acceptance of the kind is called so,
     *     else that of 通过所选
     */
    public String word(BulkAction action, String kind) {
        return action == BulkAction.ACCEPT ? sources.wording(kind).name() : action.name();
    }

    /** @return how many 一键接收 or 越级接收 would take now, at most {@link #MOST_COUNTED} */
    public int count(BulkAction action, String kind) {
        return offered(action, kind)
                ? preparation.count(action, kind, allowed(action), takesNotComparable(), MOST_COUNTED)
                : 0;
    }

    /**
     * Prepares 接收所选 or 退回所选.
     *
     * @param items ids of waiting reviews; what does not wait at a desk of mine is left out and counted
     * @param list the list they were ticked in
     */
    @Transactional
    public UUID prepare(BulkAction action, InboxAddress list, Collection<UUID> items) {
        if (action != BulkAction.ACCEPT && action != BulkAction.RETURN) {
            throw new IllegalArgumentException(action + " takes no ticked rows");
        }
        var most = revision().most(BulkProcess.MOST_ITEMS);
        if (items.size() > most) {
            throw new Problem("review.bulk.error.too-many", most);
        }
        var kind = list.filter().kind();
        return open(
                action,
                kind,
                text(list),
                id -> preparation.takeNamed(id, kind, allowed(action), new LinkedHashSet<>(items)));
    }

    /** Prepares 接收所选 or 退回所选 for everything of a list that waits at my desks. */
    @Transactional
    public UUID prepareMatching(BulkAction action, InboxAddress list) {
        var most = revision().most(BulkProcess.MOST_ITEMS);
        var items = inbox.matching(allowed(action), list.filter(), most == Integer.MAX_VALUE ? most : most + 1);
        return prepare(action, list, items);
    }

    /**
     * Prepares 一键接收 or 越级接收: the set is the one the rules name, whatever is ticked. Of more than {@link
     * BulkProcess#MOST_ITEMS} those that wait longest are taken; the preview says how many stay for the next time.
     *
     * @throws Problem {@code review.bulk.error.not-granted}
     */
    @Transactional
    public UUID prepareGranted(BulkAction action, String kind) {
        if (!offered(action, kind)) {
            throw new Problem("review.bulk.error.not-granted");
        }
        var most = revision().most(BulkProcess.MOST_ITEMS);
        return open(action, kind, "", id -> {
            if (action == BulkAction.ONE_CLICK) {
                preparation.takeFromBelow(id, kind, allowed(action), most);
            } else {
                preparation.takePassed(id, kind, allowed(action), takesNotComparable(), most);
            }
        });
    }

    private UUID open(BulkAction action, String kind, String list, Consumer<UUID> take) {
        var me = user.require();
        var now = clock.instant();
        var id = UUID.randomUUID();
        var acting = allowed(action);
        if (acting.isEmpty() || !sources.kinds().contains(kind)) {
            throw new Problem("review.bulk.error.not-granted");
        }
        preparation.dropPreviews(now.minus(previewKept()));
        preparation.open(new BulkOperation(
                id,
                action,
                kind,
                me.accountId(),
                me.loginName(),
                acting,
                list,
                null,
                BulkState.PREVIEW,
                null,
                now,
                null,
                null,
                null,
                null,
                Map.of()));
        take.accept(id);
        preparation.nameDesks(id);
        return id;
    }

    /**
     * Confirms a preview of mine. From here on the operation goes by itself; it can be cancelled for a short time.
     *
     * @param reason required for a return, 1 to 150 characters (REG-41); for the others may be blank
     */
    @Transactional
    public void confirm(UUID id, String reason) {
        var operation = queries.lock(id).filter(this::isMine).orElseThrow(BulkReviews::unknown);
        if (operation.state() != BulkState.PREVIEW) {
            throw new Problem("review.bulk.error.confirmed-already");
        }
        if (operation.preparedAt().plus(previewKept()).isBefore(clock.instant())) {
            throw new Problem("review.bulk.error.preview-old");
        }
        if (operation.size() == 0) {
            throw new Problem("review.bulk.error.empty");
        }
        var needed = operation.action() == BulkAction.RETURN;
        var why = needed || reason != null && !reason.isBlank()
                ? Reason.of(reason, needed ? "review.error.reason" : "review.bulk.error.reason")
                : null;
        repository.confirm(id, why, clock.instant());
        repository.started(id, flow.start(revision(), id));
    }

    /** Cancels an operation in the name of one of my desks, before anything has moved. */
    @Transactional
    public void cancel(UUID id) {
        var operation = queries.lock(id).filter(this::isMine).orElseThrow(BulkReviews::unknown);
        if (operation.state() != BulkState.WINDOW) {
            throw new Problem("review.bulk.error.too-late");
        }
        repository.cancelledBy(id, user.require().loginName());
        flow.send(BulkProcess.CANCEL, id);
    }

    /** @return the operation as it is now; empty where it is not in the name of a desk of mine */
    public Optional<BulkOperation> find(UUID id) {
        return queries.find(id).filter(this::isMine);
    }

    /** @return what an operation is about and leaves out, counted */
    public BulkPreview preview(UUID id) {
        var operation = find(id).orElseThrow(BulkReviews::unknown);
        var objected = operation.action().decision() == Decision.ACCEPTED
                ? sources.objections(operation.kind(), queries.subjects(id)).size()
                : 0;
        return queries.preview(id, objected);
    }

    /** @param result null for all; in the order of the operation */
    public List<BulkItem> items(UUID id, BulkResult result, int offset, int limit) {
        return queries.items(find(id).orElseThrow(BulkReviews::unknown).id(), result, offset, limit);
    }

    /** @return the latest operations in the name of my desks, newest first */
    public List<BulkOperation> mine() {
        return queries.confirmed(myDesks(), SHOWN);
    }

    /** A preview is seen by whoever prepared it alone. */
    private boolean isMine(BulkOperation operation) {
        return myDesks().stream().anyMatch(operation.desks()::contains)
                && (operation.state() != BulkState.PREVIEW
                        || operation.account().equals(user.require().accountId()));
    }

    private boolean takesNotComparable() {
        return revision()
                .setting(BulkProcess.SKIP_NOT_COMPARABLE)
                .filter("true"::equals)
                .isPresent();
    }

    private Duration previewKept() {
        return revision().setting(BulkProcess.PREVIEW_KEPT).map(Duration::parse).orElse(ORDINARILY_KEPT);
    }

    private SchemeRevision revision() {
        return revisions.newest(BulkProcess.KEY, YearMonth.from(clock.instant().atZone(PlatformTime.ZONE)));
    }

    private Set<UUID> allowed(BulkAction action) {
        return desks.mine().stream().filter(action::allowedTo).map(Desk::id).collect(Collectors.toSet());
    }

    private Set<UUID> myDesks() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }

    private static Problem unknown() {
        return new Problem("review.bulk.error.unknown");
    }

    private static String text(InboxAddress list) {
        return list.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
