/**
 * Reviewing, built once for every kind of subject: one inbox, one accept, one return. What a subject is and how it looks
 * is supplied by the feature it belongs to; nothing here knows a registration or a filing.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.review;
