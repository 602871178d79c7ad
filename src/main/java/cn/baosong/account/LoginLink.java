package cn.baosong.account;

/**
 * A way in, shown on the login page, that another feature supplies as a bean.
 *
 * @param title translation key
 * @param path beginning with a slash
 */
public record LoginLink(String title, String path) {}
