/**
 * Reviews nobody decided in time: once a day they are handed on, inside their own step, and each desk is told in one
 * message what is late. How late, to whom and by which way stands in the model {@code overdue-reviews}.
 */
package cn.baosong.review.overdue;
