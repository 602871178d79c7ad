package cn.baosong.account;

/** What an account may be. Names stand in {@code @RolesAllowed} and in column {@code account.roles}. */
public enum Role {
    /** 企业用户: files reports for its enterprise. */
    ENTERPRISE,
    /** Has proved a phone, and has no approved enterprise yet. */
    APPLICANT,
    /** 管理员: reviews at the desks it holds. */
    REVIEWER,
    /** 高级管理员: reviews key-field changes, grants bulk and skip-level acceptance (ROLE-04). */
    SENIOR,
    /** Changes flows, forms and checks. */
    PROCESS_OWNER,
    /** Runs the platform: metrics, incidents, messages. */
    OPERATOR
}
