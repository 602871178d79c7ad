package cn.baosong.form;

import java.time.Instant;
import java.util.Map;

/**
 * What has been filled in of a form and not yet submitted.
 *
 * @param values as typed, flat by path, not validated
 * @param version counts the saves, 1 at the first
 */
public record Draft(Map<String, Object> values, long version, Instant savedAt) {

    /** What a save tells its caller. */
    public record Saved(long version, Instant savedAt) {}
}
