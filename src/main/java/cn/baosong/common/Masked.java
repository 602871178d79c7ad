package cn.baosong.common;

/** What may be shown of a phone, an address or a login name to who need not know all of it. */
public final class Masked {

    private Masked() {}

    /** @return {@code 138****8001}; null for null */
    public static String phone(String phone) {
        return phone == null || phone.length() < 8 ? phone : phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** @return {@code z***@example.org}; null for null */
    public static String email(String email) {
        var at = email == null ? -1 : email.indexOf('@');
        return at < 1 ? email : email.charAt(0) + "***" + email.substring(at);
    }

    /** @return an e-mail as {@link #email}, anything else as {@link #phone} */
    public static String recipient(String recipient) {
        return recipient.indexOf('@') > 0 ? email(recipient) : phone(recipient);
    }

    /** @return the first two characters and the last one: {@code de***1} */
    public static String loginName(String name) {
        return name.length() < 4 ? "***" : name.substring(0, 2) + "***" + name.charAt(name.length() - 1);
    }
}
