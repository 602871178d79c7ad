package cn.baosong.review;

import java.time.Instant;
import java.util.UUID;

/**
 * An enterprise asks to have returned what waits for review (请求退回).
 *
 * @param reason 1 to 150 characters
 * @param askedBy account that asked
 */
public record ReturnRequest(UUID subject, String reason, UUID askedBy, Instant askedAt) {}
