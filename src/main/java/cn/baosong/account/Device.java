package cn.baosong.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which an account is logged in (登录设备).
 *
 * @param address network address it logged in from
 * @param browser such as {@code Chrome 120 · Windows 10}; empty where nothing was recognized
 * @param seenAt up to ten seconds older than its last request
 * @param here whether it is the one that asks
 */
public record Device(UUID id, String address, String browser, Instant openedAt, Instant seenAt, boolean here) {}
