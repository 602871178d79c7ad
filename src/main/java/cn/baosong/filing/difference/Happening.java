package cn.baosong.filing.difference;

import java.time.Instant;

/**
 * Something that happened to a report.
 *
 * @param who desk and login name, or the enterprise's; null where that goes without saying
 * @param reason why it was returned, null where it was not
 * @param version number of the version submitted, 0 for everything else
 * @param hash of that version, null for everything else
 */
public record Happening(Instant at, Kind kind, String who, String reason, int version, String hash) {

    /** What it was. */
    public enum Kind {
        OPENED,
        SUBMITTED,
        WITHDRAWN,
        ACCEPTED,
        RETURNED,
        FROZEN,
        CHANGE_ACCEPTED,
        CHANGE_RETURNED,
        COMPLETED
    }

    static Happening of(Instant at, Kind kind) {
        return new Happening(at, kind, null, null, 0, null);
    }
}
