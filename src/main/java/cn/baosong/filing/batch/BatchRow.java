package cn.baosong.filing.batch;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The line of an enterprise in the workbook.
 *
 * @param number as in the workbook
 * @param loginName,name as typed and shortened; empty where missing
 * @param cells what was typed, kept until the line is decided; of {@link BatchCells}
 * @param filing null unless filed
 */
public record BatchRow(
        int number,
        String loginName,
        String name,
        Map<String, Object> cells,
        BatchStatus status,
        List<BatchProblem> problems,
        UUID filing) {

    public BatchRow {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    BatchRow filed(UUID made) {
        return new BatchRow(number, loginName, name, Map.of(), BatchStatus.FILED, List.of(), made);
    }

    BatchRow kept(BatchStatus outcome, List<BatchProblem> why) {
        return new BatchRow(number, loginName, name, Map.of(), outcome, why, null);
    }
}
