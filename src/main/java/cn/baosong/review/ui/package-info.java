/** The pages of the review desk. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.review.ui;
