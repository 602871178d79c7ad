package cn.baosong.filing.difference;

import java.util.List;

/**
 * What changed in a report.
 *
 * @param indicators figures that changed, those that move the region's total most first
 * @param products figures of rows of lists that changed, in the order of the rows
 * @param words texts and choices that changed, in the order of the forms
 * @param unchanged indicators that are what they were, or that nothing can be compared with, in the order of the form
 * @param withPrevious,withLastYear whether there is an accepted report of last month, of the same month last year
 * @param restarted whether sums since January are not compared with last month's, this being the first month
 */
public record Difference(
        List<FigureLine> indicators,
        List<FigureLine> products,
        List<WordLine> words,
        List<FigureLine> unchanged,
        boolean withPrevious,
        boolean withLastYear,
        boolean restarted) {

    /** @return whether there is anything to compare with */
    public boolean comparable() {
        return withPrevious || withLastYear;
    }
}
