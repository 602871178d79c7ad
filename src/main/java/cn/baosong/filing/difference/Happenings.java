package cn.baosong.filing.difference;

import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.difference.Happening.Kind;
import cn.baosong.filing.difference.query.HappeningQueries;
import cn.baosong.filing.difference.query.HappeningQueries.Line;
import cn.baosong.filing.difference.query.HappeningQueries.Source;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the story of a report: what its model did and what reviewers did, as one list. */
@Component
class Happenings {

    private final HappeningQueries queries;

    Happenings(HappeningQueries queries) {
        this.queries = queries;
    }

    /**
     * @param kind as what reports are reviewed; actions of another kind are about changed key fields
     * @param actions everything reviewers decided
     * @return oldest first
     */
    List<Happening> of(Filing filing, String kind, List<ReviewAction> actions) {
        var story = new ArrayList<Happening>();
        story.add(Happening.of(filing.openedAt(), Kind.OPENED));
        var lines = queries.of(filing.id());
        // What a person did stands before what the model made of it in the same moment: the sort keeps this order.
        actions.forEach(action -> story.add(decided(action, kind.equals(action.kind()))));
        lines.stream().filter(line -> line.source() == Source.CHANGE).forEach(line -> story.add(byTime(line)));
        var status = FilingStatus.EDITING;
        for (var line : lines) {
            if (line.source() == Source.SEAL) {
                story.add(new Happening(line.at(), Kind.SUBMITTED, null, null, line.number(), line.text()));
            } else if (line.source() == Source.STEP) {
                var taken = FilingStatus.valueOf(line.what());
                moved(status, taken, line, story);
                status = taken;
            }
        }
        story.sort(Comparator.comparing(Happening::at));
        return story;
    }

    private static Happening decided(ReviewAction action, boolean report) {
        var accepted = action.decision() == Decision.ACCEPTED;
        var kind = report
                ? accepted ? Kind.ACCEPTED : Kind.RETURNED
                : accepted ? Kind.CHANGE_ACCEPTED : Kind.CHANGE_RETURNED;
        return new Happening(action.at(), kind, action.deskName() + " · " + action.actor(), action.reason(), 0, null);
    }

    /** Nobody acted on changed key fields within the time of the model. */
    private static Happening byTime(Line line) {
        return new Happening(
                line.at(),
                "RETURNED".equals(line.what()) ? Kind.CHANGE_RETURNED : Kind.CHANGE_ACCEPTED,
                null,
                line.text(),
                0,
                null);
    }

    /** What a sealed version or a reviewer tells already is not told again. */
    private static void moved(FilingStatus from, FilingStatus to, Line line, List<Happening> story) {
        switch (to) {
            case EDITING -> {
                if (from == FilingStatus.UNDER_REVIEW) {
                    story.add(Happening.of(line.at(), Kind.WITHDRAWN));
                }
            }
            case FROZEN -> story.add(Happening.of(line.at(), Kind.FROZEN));
            case ACCEPTED -> story.add(Happening.of(line.at(), Kind.COMPLETED));
            case UNDER_REVIEW, RETURNED, UNFROZEN -> {
                // told by the version, or by whoever decided
            }
        }
    }
}
