package cn.baosong.filing.tasks;

import cn.baosong.filing.Filing;

/**
 * A report that was filed at least once.
 *
 * @param name what it is called
 * @param period in words
 */
public record FiledReport(Filing filing, String name, String period) {}
