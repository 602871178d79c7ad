/**
 * Bulk review: many reviews decided as one operation. A preview of the exact set, a short time to cancel, then chunk by
 * chunk in processes of their own, with a result for each item (REV-03, 05, 06).
 */
package cn.baosong.review.bulk;
