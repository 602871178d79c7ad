package cn.baosong.upload;

/** The names that every model which works a workbook off shares with the code; a test holds them to the files. */
public final class UploadProcess {

    /** Setting of the step: rows worked off before the process is looked at again. */
    public static final String CHUNK = "chunk";

    /** Flag, boolean: there are rows whose turn has not come. */
    public static final String ROWS_LEFT = "rowsLeft";

    private UploadProcess() {}
}
