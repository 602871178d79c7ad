/** The SQL of the inbox and of what was decided. Seen inside the feature only: whoever asks names the desks. */
package cn.baosong.review.query;
