package cn.baosong.registration;

/**
 * The name the model {@code enterprise-takeover} and the code share; a test holds it to the file. What it shares with every
 * model that works a workbook off stands in {@link cn.baosong.upload.UploadProcess}.
 */
public final class TakeoverProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "enterprise-takeover";

    private TakeoverProcess() {}
}
