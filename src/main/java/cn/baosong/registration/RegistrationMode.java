package cn.baosong.registration;

/** Which comes first (CON-09): setting {@code baosong.registration.mode}. */
public enum RegistrationMode {
    /** The account, then the enterprise (new monitoring platform). */
    ACCOUNT_FIRST,
    /** The phone; the account is made when the registration is approved (old platform). */
    PHONE_FIRST
}
