/**
 * Reminders (催报) to enterprises that have not filed a month: those of the model {@code remind}, each occasion once, whatever
 * restarts and however many nodes sweep, and those administrators send. One table records both.
 */
@NamedInterface("reminder")
package cn.baosong.filing.reminder;

import org.springframework.modulith.NamedInterface;
