/** The pages of bulk review: what I have done in bulk, and one operation from its preview to its results. */
package cn.baosong.review.bulk.ui;
