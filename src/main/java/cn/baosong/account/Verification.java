package cn.baosong.account;

/** How far it is known who is behind an account (实名认证, LOGIN-16, CON-15). A module asks for the kind it needs. */
public enum Verification {
    NONE,
    /** 自然人 */
    NATURAL_PERSON,
    /** 法人 */
    LEGAL_PERSON
}
