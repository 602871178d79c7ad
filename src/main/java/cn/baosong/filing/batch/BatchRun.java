package cn.baosong.filing.batch;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/**
 * One workbook on its way.
 *
 * @param places where the columns stand in each sheet
 * @param uploader account of who files
 * @param uploaderName login name of who files
 * @param counts lines by status
 * @param finishedAt null while lines are left
 */
public record BatchRun(
        UUID id,
        YearMonth month,
        String fileName,
        String processInstance,
        SheetPlaces places,
        UUID uploader,
        String uploaderName,
        Instant uploadedAt,
        Instant finishedAt,
        Map<BatchStatus, Integer> counts) {

    public BatchRun {
        counts = Map.copyOf(counts);
    }

    public int count(BatchStatus status) {
        return counts.getOrDefault(status, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean finished() {
        return finishedAt != null;
    }
}
