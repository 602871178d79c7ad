package cn.baosong.account;

import java.util.Map;

/**
 * What the owner of an account says about itself.
 *
 * @param account as it is stored
 * @param values of the form {@code user-profile}, flat by path
 */
public record Profile(Account account, Map<String, Object> values) {}
