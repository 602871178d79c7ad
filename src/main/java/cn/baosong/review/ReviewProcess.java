package cn.baosong.review;

/** The names the model {@code multi-level-review} and the code share; a test holds them to the file. */
public final class ReviewProcess {

    public static final String KEY = "multi-level-review";

    /** Flag handed in by the calling process: kind of subject. */
    public static final String SUBJECT_KIND = "subjectKind";

    /** Flag, text: id of the desk the review waits at. */
    public static final String DESK = "desk";

    /** Flag, boolean: the desk is the last of the chain. */
    public static final String AT_CHAIN_END = "atChainEnd";

    /** Flag set with the completion of a review: {@link Decision#flag()}. */
    public static final String DECISION = "decision";

    /**
     * Flag handed back to the calling process, and the setting it comes from: {@link Decision#flag()} or
     * {@link #WITHDRAWN}.
     */
    public static final String OUTCOME = "outcome";

    /** Value of {@link #OUTCOME}: the enterprise took it back (撤销). */
    public static final String WITHDRAWN = "withdrawn";

    /** Message the direct desk's review awaits, and no other: the enterprise withdraws (HIS-05, HIS-10, CON-05). */
    public static final String WITHDRAW = "withdraw";

    /** Message every review awaits: on to the nation's desk, past those between (越级接收, REV-06). */
    public static final String SKIP_LEVEL = "skip-level";

    /** User task of the first desk. While a subject waits there, nobody has decided since it was submitted. */
    public static final String REVIEW_DIRECT = "review-direct";

    /** Setting of the calling process: {@link #DIRECT} or a level of desks. */
    public static final String CHAIN_END = "chainEnd";

    /**
     * Setting of the calling process and flag, boolean: a skip of levels (越级接收) is the last acceptance, instead of
     * going to the nation's desk (REV-06).
     */
    public static final String SKIP_ENDS_REVIEW = "skipEndsReview";

    /** Value of {@link #CHAIN_END}: the first desk decides alone. */
    public static final String DIRECT = "DIRECT";

    /** Setting of a review task: after how long at one desk it is overdue, ISO 8601; without it never. */
    public static final String DUE_AFTER = "dueAfter";

    private ReviewProcess() {}
}
