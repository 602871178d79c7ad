package cn.baosong.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The runs of one feature as its pages see them. Whoever implements it asks for the role and knows whose a run is. */
public interface RunResults {

    /** @return the latest, newest first */
    List<UploadedRun> runs();

    /** @return empty for one that is not there, or not for who asks */
    Optional<UploadedRun> run(UUID id);

    /** @param status null for all; rows in the order of the workbook, none of a run that is not for who asks */
    List<UploadedRow> rows(UUID run, RowStatus status, int offset, int limit);

    /**
     * Writes what has become of every row as a workbook.
     *
     * @throws cn.baosong.common.Problem {@code upload.error.unknown} as {@link #run} is empty
     */
    void export(UUID run, Locale locale, OutputStream out) throws IOException;
}
