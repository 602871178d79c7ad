/**
 * Reminders (催报) to enterprises that have not filed a month: each occasion once, whatever restarts and however many
 * nodes sweep. When and by which way stands in the model {@code remind}.
 */
package cn.baosong.filing.reminder;
