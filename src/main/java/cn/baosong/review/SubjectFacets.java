package cn.baosong.review;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a list of reviews can be searched, filtered and sorted by beside the title: kept in the inbox with the review, as
 * it was when the review came to its desk. Every field may be null but the lists.
 *
 * @param enterprise whose subject it is; null where there is none yet
 * @param userId login name of the enterprise (企业用户 ID, ROLE-01)
 * @param period report month
 * @param screening what the system screening said (系统筛查, GAP-03); null for kinds that know none
 * @param warnings how many rules that do not block are violated
 * @param regionPath codes of the region and of those around it, the widest first
 * @param industryPath codes of the industry and of those around it, the widest first
 * @param figure the figure the scheme shows in lists (setting {@code headline}), in the form's unit
 * @param growth of the figure over its base (setting {@code headlineBase}), %, two places
 */
public record SubjectFacets(
        UUID enterprise,
        String userId,
        YearMonth period,
        Screening screening,
        int warnings,
        List<String> regionPath,
        List<String> industryPath,
        BigDecimal figure,
        BigDecimal growth) {

    /** Of a kind that says nothing more of itself. */
    public static final SubjectFacets NONE =
            new SubjectFacets(null, null, null, null, 0, List.of(), List.of(), null, null);

    public SubjectFacets {
        regionPath = List.copyOf(regionPath);
        industryPath = List.copyOf(industryPath);
    }
}
