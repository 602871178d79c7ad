/** Rows of the review desk that people keep for themselves. */
package cn.baosong.review.repository;
