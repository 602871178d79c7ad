package cn.baosong.messaging;

/**
 * What an operator looks for.
 *
 * @param status null for all
 * @param recipient beginning of a phone or an address, empty for all
 */
public record OutboxFilter(OutboxStatus status, String recipient) {

    public static final OutboxFilter ALL = new OutboxFilter(null, "");
}
