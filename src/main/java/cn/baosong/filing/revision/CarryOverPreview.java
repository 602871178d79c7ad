package cn.baosong.filing.revision;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.revision.query.PinnedReports.Count;
import cn.baosong.form.Bilingual;
import java.util.List;

/**
 * What carrying over to the newest revision would do.
 *
 * @param target the newest revision
 * @param counts reports pinned to an older revision that are not accepted, by period and status
 * @param looked how many drafts were tried out
 * @param unfit what would not fit any more, the most frequent first
 */
public record CarryOverPreview(SchemeRevision target, List<Count> counts, int looked, List<Unfit> unfit) {

    /** Why something does not fit. */
    public enum Reason {
        /** The forms have no place for it any more: it is set aside. */
        NO_PLACE,
        /** The forms refuse the value. */
        REFUSED,
        /** A check says something it did not say before. */
        FOUND
    }

    /**
     * @param what field, or what the check says
     * @param drafts how many drafts it concerns, of those tried out
     */
    public record Unfit(Reason reason, Bilingual what, int drafts) {}

    /** @return how many reports would be carried over */
    public int open() {
        return count(true);
    }

    /** @return how many are with somebody else, and stay as they are */
    public int untouched() {
        return count(false);
    }

    private int count(boolean editable) {
        return counts.stream()
                .filter(count -> count.status().editable() == editable)
                .mapToInt(Count::number)
                .sum();
    }
}
