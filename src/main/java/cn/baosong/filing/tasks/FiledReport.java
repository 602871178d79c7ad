package cn.baosong.filing.tasks;

import cn.baosong.filing.Filing;
import java.util.List;

/**
 * A report that was filed at least once.
 *
 * @param name what it is called
 * @param period in words
 * @param forms it is made of, in their order
 */
public record FiledReport(Filing filing, String name, String period, List<Form> forms) {

    /**
     * One form (报表) of a report.
     *
     * @param id of the form
     * @param title what it is called
     */
    public record Form(String id, String title) {}
}
