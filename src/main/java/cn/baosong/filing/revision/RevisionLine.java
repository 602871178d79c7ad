package cn.baosong.filing.revision;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.FilingStatus;
import java.util.List;
import java.util.Map;

/**
 * A revision of a scheme as the list shows it.
 *
 * @param deployedBy login name of who deployed it; null where the application did at its start
 * @param changes against the revision before it; none for the first
 * @param pinned how many reports are pinned to it, by status
 */
public record RevisionLine(
        SchemeRevision revision, String deployedBy, List<Change> changes, Map<FilingStatus, Integer> pinned) {

    /** What a changed part is; the order is the one in which changes are read. */
    public enum Kind {
        PROCESS,
        CALLED,
        DECISION,
        FORM,
        SETTING
    }

    /**
     * @param key id of the process, decision or form, or name of the setting
     * @param before,now versions, or values of the setting; null where it was not there, or is no more
     */
    public record Change(Kind kind, String key, String before, String now) {}

    public RevisionLine {
        changes = List.copyOf(changes);
        pinned = Map.copyOf(pinned);
    }
}
