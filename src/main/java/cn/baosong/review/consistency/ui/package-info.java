/** The page on which an operator sees whether engine, inbox and features agree about what waits. */
package cn.baosong.review.consistency.ui;
