package cn.baosong.review;

/** Why a review came to other hands without a decision. */
public enum HandoverCause {
    /** Nobody at the desk decided in time. */
    OVERDUE,
    /** Nobody decided in time, and the desk has a substitute (代理): it stays at the desk and is the substitute's now. */
    SUBSTITUTE,
    /** Nobody holds the desk (岗位空缺). */
    VACANT,
    /** The enterprise was given another reviewer (变更审核员, ADM-06). */
    REASSIGNED,
    /** The desk was given up (撤销岗位, ADM-09). */
    CLOSED
}
