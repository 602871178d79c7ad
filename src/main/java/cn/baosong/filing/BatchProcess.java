package cn.baosong.filing;

/**
 * The names the model {@code batch-report} and the code share; a test holds them to the file. What it shares with every
 * model that works a workbook off stands in {@link cn.baosong.upload.UploadProcess}.
 */
public final class BatchProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "batch-report";

    /** Setting of the process: more enterprises in one workbook than this are advised against (IMP-08). */
    public static final String ADVISED_ENTERPRISES = "advisedEnterprises";

    /** Setting of the process: a template lists no more enterprises than this. */
    public static final String TEMPLATE_ENTERPRISES = "templateEnterprises";

    private BatchProcess() {}
}
