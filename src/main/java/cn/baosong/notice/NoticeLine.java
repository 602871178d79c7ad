package cn.baosong.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice in a list of its readers.
 *
 * @param desk name of the desk that published it
 * @param unread whether the reader has not opened it; false for a reader without an account
 */
public record NoticeLine(UUID id, String title, String desk, Instant publishedAt, boolean pinned, boolean unread) {}
