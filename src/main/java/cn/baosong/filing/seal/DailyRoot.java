package cn.baosong.filing.seal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The root of a day: SHA-256 over one line {@code <enterprise> <sequence> <hash>} and a line feed for the newest link of
 * each chain as of the end of the day, sorted by enterprise.
 *
 * @param day in Asia/Shanghai
 * @param heads how many chains had begun
 */
public record DailyRoot(LocalDate day, String root, long heads, Instant computedAt) {}
