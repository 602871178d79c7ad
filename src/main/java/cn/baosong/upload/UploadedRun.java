package cn.baosong.upload;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One workbook on its way.
 *
 * @param process key of the process that works it off, and so the feature it belongs to
 * @param context what the feature must know of it later, as JSON
 * @param uploader account of who sent it
 * @param uploaderName login name of who sent it
 * @param counts rows by status
 * @param finishedAt null while rows are left
 */
public record UploadedRun(
        UUID id,
        String process,
        String fileName,
        String processInstance,
        Map<String, Object> context,
        UUID uploader,
        String uploaderName,
        Instant uploadedAt,
        Instant finishedAt,
        Map<RowStatus, Integer> counts) {

    public UploadedRun {
        context = Map.copyOf(context);
        counts = Map.copyOf(counts);
    }

    public int count(RowStatus status) {
        return counts.getOrDefault(status, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return how many rows have had their turn */
    public int decided() {
        return rows() - count(RowStatus.PENDING);
    }

    public boolean finished() {
        return finishedAt != null;
    }
}
