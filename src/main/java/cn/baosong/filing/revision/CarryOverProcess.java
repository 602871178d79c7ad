package cn.baosong.filing.revision;

/**
 * The names the model {@code carry-over} and the code share; a test holds them to the file. What it shares with every model
 * that works rows off stands in {@link cn.baosong.upload.UploadProcess}.
 */
public final class CarryOverProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "carry-over";

    /** Setting of the process: most drafts the preview tries out against the new forms. */
    public static final String PREVIEWED = "previewed";

    /** Setting of the process: most reports a trial run of a check table looks at. */
    public static final String TRIAL_REPORTS = "trialReports";

    /** Setting of the process: examples a trial run gives of a rule that finds more, or less, than before. */
    public static final String TRIAL_EXAMPLES = "trialExamples";

    private CarryOverProcess() {}
}
