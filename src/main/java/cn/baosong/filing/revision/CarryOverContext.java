package cn.baosong.filing.revision;

import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.util.Map;
import java.util.UUID;

/**
 * What all reports of a run have in common.
 *
 * @param target id of the revision they are carried over to
 * @param number of that revision
 */
public record CarryOverContext(String scheme, UUID target, int number) {

    private static final String SCHEME = "scheme";
    private static final String REVISION = "revision";
    private static final String NUMBER = "number";
    private static final String REPORT = "report";

    Map<String, Object> written() {
        return Map.of(SCHEME, scheme, REVISION, target.toString(), NUMBER, number);
    }

    /** Of what {@link #written} made. */
    public static CarryOverContext of(UploadedRun run) {
        return new CarryOverContext(
                String.valueOf(run.context().get(SCHEME)),
                UUID.fromString(String.valueOf(run.context().get(REVISION))),
                ((Number) run.context().get(NUMBER)).intValue());
    }

    static Map<String, Object> cells(UUID report) {
        return Map.of(REPORT, report.toString());
    }

    static UUID report(UploadedRow row) {
        return UUID.fromString(String.valueOf(row.cells().get(REPORT)));
    }
}
