package cn.baosong.administration;

/**
 * What of the enterprises is asked for (ADM-02).
 *
 * @param region code of a region that contains the enterprise's; empty for all
 * @param text part of the name or of the user ID, in any case; empty for all
 * @param active true for those in force (有效), false for the disabled (失效), null for both
 */
public record EnterpriseFilter(String region, String text, Boolean active) {

    /** Characters a search may have. */
    public static final int LONGEST_TEXT = 100;

    public EnterpriseFilter {
        region = region == null ? "" : region.strip();
        text = text == null ? "" : text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** @return whether nothing is asked for but all */
    public boolean isEmpty() {
        return region.isEmpty() && text.isEmpty() && active == null;
    }
}
