package cn.baosong.filing;

import java.time.YearMonth;

/**
 * What an enterprise is asked for (填报任务): the report of a scheme for a period.
 *
 * @param scheme key of the scheme
 * @param month first month of the period
 */
public record ReportTask(String scheme, YearMonth month) {

    /** Where reports of the scheme that is {@link Filings#SCHEME} stand. */
    private static final String REPORTS = "reports";

    /** Where reports of any other scheme stand. */
    private static final String TASKS = "tasks";

    /** @return the task of the monthly report */
    public static ReportTask monthly(YearMonth month) {
        return new ReportTask(Filings.SCHEME, month);
    }

    /** @return what tells it from other tasks of a page, fit for an id of an element */
    public String anchor() {
        return Filings.SCHEME.equals(scheme) ? month.toString() : scheme + "-" + month;
    }

    /** @return address of the list it stands in, without a slash before it */
    public String list() {
        return Filings.SCHEME.equals(scheme) ? REPORTS : TASKS;
    }

    /** @return address of the page where it is filled in, without a slash before it */
    public String address() {
        return Filings.SCHEME.equals(scheme) ? REPORTS + "/" + month : TASKS + "/" + scheme + "/" + month;
    }
}
