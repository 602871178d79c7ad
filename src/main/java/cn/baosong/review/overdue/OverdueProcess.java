package cn.baosong.review.overdue;

/** The names the model {@code overdue-reviews} and the code share; a test holds them to the file. */
public final class OverdueProcess {

    public static final String KEY = "overdue-reviews";

    /** Flag, boolean: there are late reviews that have not been looked at in this sweep. */
    public static final String REVIEWS_LEFT = "reviewsLeft";

    /** Flag, boolean: there are desks that have not been told today. */
    public static final String DIGESTS_LEFT = "digestsLeft";

    /** Setting of a step: how many in one transaction. */
    public static final String CHUNK = "chunk";

    /** Setting of the step that hands on: how long after it was due, ISO 8601; without it never. */
    public static final String ESCALATE_AFTER = "escalateAfter";

    /** Setting of the step that hands on, {@code true} or {@code false}: what waits at a desk nobody holds goes on at once. */
    public static final String VACANT_AT_ONCE = "vacantAtOnce";

    /** Setting of the step that tells: names of {@link cn.baosong.account.Way} with commas between, or {@code none}. */
    public static final String CHANNEL = "channel";

    /** Setting of the step that tells: key of the texts below {@code messaging.template} and {@code messaging.inbox}. */
    public static final String TEMPLATE = "template";

    private OverdueProcess() {}
}
