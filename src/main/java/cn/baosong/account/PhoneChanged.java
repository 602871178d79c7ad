package cn.baosong.account;

import java.util.UUID;

/**
 * An account has another phone. Published in the transaction of the change: a listener that refuses, refuses the change.
 *
 * @param former null where there was none
 */
public record PhoneChanged(UUID account, String former, String phone) {}
