/** Joins the model {@code publish-daily-root} to the daily roots. */
package cn.baosong.filing.seal.process;
