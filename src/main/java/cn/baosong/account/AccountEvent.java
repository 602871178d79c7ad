package cn.baosong.account;

/** What can happen to an account; names stand in column {@code account_event.event}, texts under {@code account.event.}. */
public enum AccountEvent {
    REGISTERED,
    TAKEN_OVER,
    ACTIVATION_CODE_ISSUED,
    ACTIVATED,
    PASSWORD_CHANGED,
    PASSWORD_RECOVERED,
    PHONE_BOUND,
    PHONE_CHANGED,
    EMAIL_BOUND,
    EMAIL_CHANGED,
    PROFILE_CHANGED,
    VERIFIED,
    ROLE_GRANTED,
    ROLE_REVOKED,
    SESSION_ENDED,
    LOGIN_NAME_SENT,
    TOKEN_MADE,
    TOKEN_REVOKED,
    DISABLED,
    ENABLED,
    REMOVED
}
