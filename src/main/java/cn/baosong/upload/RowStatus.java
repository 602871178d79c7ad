package cn.baosong.upload;

import java.util.List;

/** What has become of a row. */
public enum RowStatus {
    /** Its turn has not come. */
    PENDING,
    /** It was done as asked: taken over, filed. */
    DONE,
    /** Nothing was left to do: somebody, or an earlier workbook, was first. */
    ALREADY,
    /** It was not done, for the problems that stand with it. */
    REFUSED;

    /** How a row can end. */
    public static final List<RowStatus> OUTCOMES = List.of(DONE, ALREADY, REFUSED);

    private static final String STATUS = "status.";

    /**
     * @param words where the texts of the feature's runs begin, such as {@code "filing.batch.run."}
     * @return key of the text
     */
    public String key(String words) {
        return this == PENDING ? "upload.status.PENDING" : words + STATUS + this;
    }
}
