package cn.baosong.filing;

/** What an enterprise can do with a report in its list; each where its rule allows it. */
public enum FilingAction {
    /** 编辑: the current month, unfilled or editable (HIS-07). */
    EDIT,
    /** 补报: an earlier month, unfilled or editable (HIS-04, 08). */
    FILL_LATE,
    /** 撤销: waits and no reviewer has acted (HIS-05, 10; CON-05). */
    WITHDRAW,
    /** 请求退回: waits, a reviewer has acted, not asked yet. */
    REQUEST_RETURN,
    /** 退回原因: returned (HIS-09). */
    RETURN_REASON,
    /** 重报: a change of key fields was returned; its reason comes first (CHG-04). */
    CHANGE_REASON,
    /** 继续填报: a change of key fields was approved (CHG-05). */
    CONTINUE,
    /** 查看: there is something to see (HIS-12). */
    VIEW
}
