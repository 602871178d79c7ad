/**
 * Statistics (统计): who has reported and who has not, counted in the database over the tables of reporting and reviewing.
 * Whoever asks sees the enterprises whose direct desk is at or below a desk of his own; nothing here changes a report.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.statistics;
