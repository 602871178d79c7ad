package cn.baosong.review.bulk;

import cn.baosong.organization.Desk;
import cn.baosong.review.Decision;

/** What is done to many at once. */
public enum BulkAction {
    /** 接收所选: the ticked rows, by whoever holds the desk they wait at (REV-03). */
    ACCEPT(Decision.ACCEPTED, null),
    /** 退回所选: the ticked rows, with one reason for all (REV-02). */
    RETURN(Decision.RETURNED, null),
    /** 一键接收: what waits at my desk and came to a desk below it first (REV-05). */
    ONE_CLICK(Decision.ACCEPTED, Desk.ONE_CLICK),
    /** 越级接收: what waits at my desk or below and passed the screening, on to the nation (REV-06). */
    SKIP_LEVEL(Decision.ACCEPTED, Desk.SKIP_LEVEL);

    private final Decision decision;
    private final String grant;

    BulkAction(Decision decision, String grant) {
        this.decision = decision;
        this.grant = grant;
    }

    public Decision decision() {
        return decision;
    }

    /** @return whether a desk may do it: everyone's, or by a grant of the desk above (REV-07) */
    public boolean allowedTo(Desk desk) {
        return grant == null || desk.grants().contains(grant);
    }
}
