package cn.baosong.registration;

/** The names the model {@code enterprise-takeover} and the code share; a test holds them to the file. */
public final class TakeoverProcess {

    /** Key of the process and of its scheme. */
    public static final String KEY = "enterprise-takeover";

    /** Flag, boolean: there are rows whose turn has not come. */
    public static final String ROWS_LEFT = "rowsLeft";

    /** Setting of the step: rows taken over in one transaction. */
    public static final String CHUNK = "chunk";

    private TakeoverProcess() {}
}
