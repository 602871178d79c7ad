package cn.baosong.review;

/** What an acceptance is called: the action is one, the word goes by what it leads to. */
public enum Wording {

    /** 接收: accepted and passed on to the desk above (REV-03). */
    ACCEPT("review.accept", "review.accepted", "review.decision.ACCEPTED", "review.error.accepted-by"),

    /** 通过: one desk decides and that is the end of it, as of a registration (REG-38) or of changed key fields. */
    APPROVE("review.approve", "review.approved", "review.decision.APPROVED", "review.error.approved-by");

    private final String action;
    private final String done;
    private final String accepted;
    private final String by;

    Wording(String action, String done, String accepted, String by) {
        this.action = action;
        this.done = done;
        this.accepted = accepted;
        this.by = by;
    }

    /** @return key of the word on the button */
    public String action() {
        return action;
    }

    /** @return key of what is said after it, with the subject's title */
    public String done() {
        return done;
    }

    /** @return key of the word for what was decided */
    public String decided(Decision decision) {
        return decision == Decision.ACCEPTED ? accepted : "review.decision.RETURNED";
    }

    /** @return key of what is said to somebody who came too late: by whom and when it was decided */
    String decidedBy(Decision decision) {
        return decision == Decision.ACCEPTED ? by : "review.error.returned-by";
    }
}
