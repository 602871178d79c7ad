package cn.baosong.filing;

/** The names the model {@code batch-report} and the code share; a test holds them to the file. */
public final class BatchProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "batch-report";

    /** Flag, boolean: there are enterprises whose turn has not come. */
    public static final String ROWS_LEFT = "rowsLeft";

    /** Setting of the step: enterprises filed for before the process is looked at again. */
    public static final String CHUNK = "chunk";

    /** Setting of the process: more enterprises in one workbook than this are advised against (IMP-08). */
    public static final String ADVISED_ENTERPRISES = "advisedEnterprises";

    private BatchProcess() {}
}
