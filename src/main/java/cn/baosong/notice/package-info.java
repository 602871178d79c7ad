/**
 * Notices (通知公告) and news of the platform (平台动态): administrators write them for a region and for those who may read
 * them; enterprises and administrators read what is meant for them (HOME-06, HOME-07, HOME-14).
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.notice;
