package cn.baosong.registration.takeover;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One workbook on its way.
 *
 * @param revision the revision of models and forms its rows are held to
 * @param letters where the columns stand in the sheet, by key
 * @param uploader login name of who uploaded it
 * @param counts rows by status
 * @param finishedAt null while rows are left
 */
public record TakeoverRun(
        UUID id,
        String fileName,
        String sheet,
        UUID revision,
        String processInstance,
        Map<String, String> letters,
        String uploader,
        Instant uploadedAt,
        Instant finishedAt,
        Map<TakeoverStatus, Integer> counts) {

    public TakeoverRun {
        letters = Map.copyOf(letters);
        counts = Map.copyOf(counts);
    }

    public int count(TakeoverStatus status) {
        return counts.getOrDefault(status, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean finished() {
        return finishedAt != null;
    }
}
