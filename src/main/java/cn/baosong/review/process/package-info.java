/** Joins the model {@code multi-level-review} to the services of reviewing. */
package cn.baosong.review.process;
