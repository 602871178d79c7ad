package cn.baosong.upload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row of a workbook: one enterprise.
 *
 * @param number as in the workbook
 * @param loginName,name as typed and shortened, for finding the row again; empty where missing
 * @param cells what was typed, as JSON; kept until the row is decided, empty afterwards
 * @param subject id of what was made of it; null unless done
 */
public record UploadedRow(
        int number,
        String loginName,
        String name,
        Map<String, Object> cells,
        RowStatus status,
        List<RowProblem> problems,
        UUID subject) {

    private static final int LONGEST_SHOWN = 100;

    public UploadedRow {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** @return a row whose turn has not come */
    public static UploadedRow read(
            int number, String loginName, String name, Map<String, ?> cells, List<RowProblem> problems) {
        return new UploadedRow(
                number,
                shortened(loginName),
                shortened(name),
                new LinkedHashMap<>(cells),
                RowStatus.PENDING,
                problems,
                null);
    }

    public UploadedRow done(UUID made) {
        return decided(RowStatus.DONE, List.of(), made);
    }

    public UploadedRow already(List<RowProblem> why) {
        return decided(RowStatus.ALREADY, why, null);
    }

    public UploadedRow refused(List<RowProblem> why) {
        return decided(RowStatus.REFUSED, why, null);
    }

    private UploadedRow decided(RowStatus outcome, List<RowProblem> why, UUID made) {
        return new UploadedRow(number, loginName, name, Map.of(), outcome, why, made);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }
}
