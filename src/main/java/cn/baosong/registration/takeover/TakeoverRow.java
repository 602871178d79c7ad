package cn.baosong.registration.takeover;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row of the workbook.
 *
 * @param number as in the workbook
 * @param loginName,name as typed and shortened, for finding the row again; empty where missing
 * @param cells texts by column, kept until the row is decided, empty afterwards
 * @param enterprise null unless taken over
 */
public record TakeoverRow(
        int number,
        String loginName,
        String name,
        Map<String, String> cells,
        TakeoverStatus status,
        List<RowProblem> problems,
        UUID enterprise) {

    public TakeoverRow {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    TakeoverRow decided(TakeoverStatus outcome, List<RowProblem> found, UUID made) {
        return new TakeoverRow(number, loginName, name, Map.of(), outcome, found, made);
    }
}
