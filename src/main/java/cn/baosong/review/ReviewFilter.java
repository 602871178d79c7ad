package cn.baosong.review;

import java.time.YearMonth;

/**
 * What of the inbox is asked for (REV-01). Every part but the kind may be left open.
 *
 * @param kind kind of subject
 * @param text part of the title, of the second line or of the enterprise's user ID; empty for all
 * @param region code of a region the subject lies in, at any depth; empty for all
 * @param industry code of an industry the enterprise belongs to, at any depth; empty for all
 * @param month report month, null for all
 * @param screening null for all
 * @param overdue true for what has waited longer than its desk may take
 * @param direct true for what came to its desk first, false for what a desk below accepted before; null for both
 * @param decision of what is decided already; null for both, and for what waits
 */
public record ReviewFilter(
        String kind,
        String text,
        String region,
        String industry,
        YearMonth month,
        Screening screening,
        boolean overdue,
        Boolean direct,
        Decision decision) {

    public ReviewFilter(String kind, String text) {
        this(kind, text, "", "", null, null, false, null, null);
    }

    /** @return everything of a kind */
    public static ReviewFilter all(String kind) {
        return new ReviewFilter(kind, "");
    }

    /** @return whether nothing but the kind is asked for */
    public boolean isOpen() {
        return equals(all(kind));
    }

    public ReviewFilter withText(String wanted) {
        return new ReviewFilter(kind, wanted, region, industry, month, screening, overdue, direct, decision);
    }

    public ReviewFilter withRegion(String wanted) {
        return new ReviewFilter(kind, text, wanted, industry, month, screening, overdue, direct, decision);
    }

    public ReviewFilter withIndustry(String wanted) {
        return new ReviewFilter(kind, text, region, wanted, month, screening, overdue, direct, decision);
    }

    public ReviewFilter withMonth(YearMonth wanted) {
        return new ReviewFilter(kind, text, region, industry, wanted, screening, overdue, direct, decision);
    }

    public ReviewFilter withScreening(Screening wanted) {
        return new ReviewFilter(kind, text, region, industry, month, wanted, overdue, direct, decision);
    }

    public ReviewFilter withOverdue(boolean wanted) {
        return new ReviewFilter(kind, text, region, industry, month, screening, wanted, direct, decision);
    }

    public ReviewFilter withDirect(Boolean wanted) {
        return new ReviewFilter(kind, text, region, industry, month, screening, overdue, wanted, decision);
    }

    public ReviewFilter withDecision(Decision wanted) {
        return new ReviewFilter(kind, text, region, industry, month, screening, overdue, direct, wanted);
    }
}
