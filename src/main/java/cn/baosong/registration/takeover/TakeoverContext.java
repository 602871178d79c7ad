package cn.baosong.registration.takeover;

import cn.baosong.upload.UploadedRun;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What all rows of a workbook have in common.
 *
 * @param revision the revision of models and forms they are held to
 * @param letters where the columns stand in the sheet, by key
 */
record TakeoverContext(UUID revision, Map<String, String> letters) {

    private static final String REVISION = "revision";
    private static final String LETTERS = "letters";

    Map<String, Object> written() {
        return Map.of(REVISION, revision.toString(), LETTERS, letters);
    }

    /** Of what {@link #written} made. */
    static TakeoverContext of(UploadedRun run) {
        var letters = new HashMap<String, String>();
        ((Map<?, ?>) run.context().get(LETTERS))
                .forEach((column, letter) -> letters.put(String.valueOf(column), String.valueOf(letter)));
        return new TakeoverContext(UUID.fromString(String.valueOf(run.context().get(REVISION))), letters);
    }
}
