package cn.baosong.review;

import cn.baosong.common.Problem;
import cn.baosong.common.WithinTransaction;
import cn.baosong.engine.Step;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.ReviewQueries;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which desk a review goes to, and whether the chain ends there. The end is a setting of the process: {@code chainEnd}. */
@Service
public class ReviewChain {

    /** Flag no model reads, text: id of the desk the review came to first (直接授权审核员), whichever desk it waits at. */
    public static final String DIRECT_DESK = "directDesk";

    /** Where a review waits next. */
    public record Station(UUID desk, boolean chainEnds) {}

    private final Desks desks;
    private final SubjectSources sources;
    private final ReviewQueries queries;
    private final WithinTransaction<UUID, Desk> superiors = new WithinTransaction<>();

    ReviewChain(Desks desks, SubjectSources sources, ReviewQueries queries) {
        this.desks = desks;
        this.sources = sources;
        this.queries = queries;
    }

    /** @return the direct desk of the step's subject */
    public Station first(Step step) {
        var desk = direct(step);
        return new Station(
                desk.id(), ReviewProcess.DIRECT.equals(step.setting(ReviewProcess.CHAIN_END)) || endsAt(desk, step));
    }

    /** @return the desk above the one that accepted */
    public Station next(Step step) {
        var desk = above(UUID.fromString((String) step.flag(ReviewProcess.DESK)));
        return new Station(desk.id(), endsAt(desk, step));
    }

    /** Reports accepted together go the same way up: it is asked for once. */
    private Desk above(UUID desk) {
        return superiors
                .find(desk)
                .orElseGet(() -> superiors.remember(
                        desk, desks.superior(desk).orElseThrow(() -> new Problem("review.error.chain"))));
    }

    /**
     * Past every desk between, to the nation's (越级接收, REV-06).
     *
     * @return the nation's desk, where every chain ends
     * @throws Problem where there is none
     */
    public Station nation(Step step) {
        own(step);
        return new Station(desks.nation().id(), true);
    }

    /**
     * The desk of the senior administrator (高级管理员, ROLE-04, CHG-02), who decides alone.
     *
     * @return of the direct desk and those above it the nearest that has the grant {@link Desk#SENIOR} and that somebody
     *     holds today; the nation's where there is none
     */
    public Station senior(Step step) {
        var direct = direct(step);
        return new Station(
                desks.nearestSenior(direct.id()).orElseGet(desks::nation).id(), true);
    }

    private Desk direct(Step step) {
        var subject = own(step);
        var source = sources.of((String) step.flag(ReviewProcess.SUBJECT_KIND));
        return desks.direct(subject.region(), source.setDesk(subject.id()).orElse(null));
    }

    /** Locks the step's subject, and refuses a process instance that may not speak for it. */
    private Subject own(Step step) {
        var subject = sources.lock((String) step.flag(ReviewProcess.SUBJECT_KIND), step.subject());
        if (!subject.rootInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to its subject");
        }
        return subject;
    }

    /**
     * Whether an acceptance at a desk may stand as the last one. A feature asks before it records an acceptance, so that a
     * drawing that ends the chain early stops a subject and never lets it through.
     *
     * @param desk where a person accepted
     */
    public boolean mayEndAt(UUID desk, Step step) {
        return ReviewProcess.DIRECT.equals(step.setting(ReviewProcess.CHAIN_END))
                || desks.find(desk).filter(found -> endsAt(found, step)).isPresent();
    }

    /** @return whether a skip of levels is the last acceptance; a setting of the calling process */
    public boolean skipEndsReview(Step step) {
        return Boolean.parseBoolean(step.setting(ReviewProcess.SKIP_ENDS_REVIEW));
    }

    /**
     * Whether an acceptance may stand as the last one because it skipped the levels above (越级接收, REV-06): the scheme
     * says so, and it was made by bulk skip-level acceptance at a province's desk that still has the grant.
     */
    public boolean mayEndBySkip(ReviewAction acceptance, Step step) {
        return skipEndsReview(step)
                && desks.find(acceptance.desk())
                        .filter(desk -> desk.level() == DeskLevel.PROVINCE
                                && desk.grants().contains(Desk.SKIP_LEVEL))
                        .isPresent()
                && queries.skippedLevels(acceptance);
    }

    private static boolean endsAt(Desk desk, Step step) {
        return endsAt(desk, step.setting(ReviewProcess.CHAIN_END));
    }

    /** @param end value of the setting {@code chainEnd}, null where it is not set */
    static boolean endsAt(Desk desk, String end) {
        var level = end == null || ReviewProcess.DIRECT.equals(end) ? DeskLevel.NATION : DeskLevel.valueOf(end);
        return desk.superior() == null || desk.level().isAtLeast(level);
    }
}
