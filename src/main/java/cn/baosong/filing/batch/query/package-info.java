/** The SQL that finds the enterprises one may file for: those that have not begun a month. */
package cn.baosong.filing.batch.query;
