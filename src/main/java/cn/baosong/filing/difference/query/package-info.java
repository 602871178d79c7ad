/** The SQL of the difference screen: totals of regions, and what happened to a report. */
package cn.baosong.filing.difference.query;
