/** The SQL of bulk review. Whoever asks names the desks or holds the step of the engine; nothing else is seen. */
package cn.baosong.review.bulk.query;
