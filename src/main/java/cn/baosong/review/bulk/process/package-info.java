/** Joins the models {@code bulk-review} and {@code bulk-chunk} to the steps of bulk review. */
package cn.baosong.review.bulk.process;
