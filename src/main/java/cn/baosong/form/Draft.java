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

    /**
     * What a save tells a page that is not the only one open on a draft.
     *
     * @param now the draft after the save: what the page knows from here on
     * @param elsewhere what another page changed since this one last knew, by path; null for what it emptied
     * @param contested of what was to be saved, what another page had changed meanwhile to something else: the stored
     *     values by path, null for what it emptied. These were not saved; saving again on the basis of {@code now} does
     */
    public record Merged(Draft now, Map<String, Object> elsewhere, Map<String, Object> contested) {}
}
