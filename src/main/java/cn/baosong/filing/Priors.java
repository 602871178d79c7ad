package cn.baosong.filing;

/**
 * What a report is compared with (MON-46).
 *
 * @param previous the accepted report of the month before, null where there is none
 * @param lastYear the accepted report of the same month last year, null where there is none
 */
public record Priors(Filing previous, Filing lastYear) {}
