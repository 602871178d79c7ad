package cn.baosong.review.bulk;

/** The names the models {@code bulk-review} and {@code bulk-chunk} and the code share; a test holds them to the files. */
public final class BulkProcess {

    /** Key of the process of an operation, and of its scheme. */
    public static final String KEY = "bulk-review";

    /** Key of the process of one chunk. */
    public static final String CHUNK = "bulk-chunk";

    /** Setting of the first step and flag for the timer: how long an operation can be cancelled, ISO 8601. */
    public static final String CANCEL_WINDOW = "cancelWindow";

    /** Setting of the step that starts the chunks: items decided in one transaction. */
    public static final String CHUNK_SIZE = "chunkSize";

    /** Setting of the process, boolean: 越级接收 takes what has nothing to compare with (GAP-03). */
    public static final String SKIP_NOT_COMPARABLE = "skipNotComparable";

    /** Setting of the process: most items of one operation; without it no limit. */
    public static final String MOST_ITEMS = "mostItems";

    /** Setting of the process: how long a preview can be confirmed, ISO 8601; an hour where it is not set. */
    public static final String PREVIEW_KEPT = "previewKept";

    /** Settings of the last step: how and with which text desks are told that they were skipped. */
    public static final String CHANNEL = "channel";

    public static final String TEMPLATE = "template";

    /** Message: cancelled in time. */
    public static final String CANCEL = "cancel-bulk";

    /** Message: the last chunk is decided. */
    public static final String COUNTED = "bulk-counted";

    private BulkProcess() {}
}
