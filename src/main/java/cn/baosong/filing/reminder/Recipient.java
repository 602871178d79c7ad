package cn.baosong.filing.reminder;

import java.util.UUID;

/**
 * Somebody to be reminded.
 *
 * @param account of the enterprise, to which the message goes
 */
public record Recipient(UUID enterprise, UUID account, String name) {}
