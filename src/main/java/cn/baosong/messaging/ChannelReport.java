package cn.baosong.messaging;

import java.time.Instant;

/**
 * How one channel is doing.
 *
 * @param carried whether anything carries its messages
 * @param incident whether its messages rest
 * @param failures in a row, 0 where the last one went well
 * @param since when they began, null without failures
 * @param lastError null without failures
 */
public record ChannelReport(
        Channel channel, boolean carried, boolean incident, int failures, Instant since, String lastError) {}
