/**
 * Enterprises and accounts of the old platform (REG-27, LOGIN-01): a workbook is read into rows, and a process takes them
 * over chunk by chunk. What is taken over, and what is not and why, stands with each row.
 */
@NamedInterface("takeover")
package cn.baosong.registration.takeover;

import org.springframework.modulith.NamedInterface;
