package cn.baosong.excel;

/**
 * How large a workbook may be. The bounds go with the memory that reading takes, not with a rule somebody could change.
 *
 * @param fileBytes of the file as sent
 * @param unpackedBytes of all its parts together
 * @param rows with something in them, the heading left aside
 * @param columns counted from column A
 * @param characters of one cell
 */
public record SheetLimits(long fileBytes, long unpackedBytes, int rows, int columns, int characters) {

    /** Enough for what a ministry keeps in one sheet, and little enough for the memory of one node. */
    public static final SheetLimits ORDINARY = new SheetLimits(20_000_000, 150_000_000, 50_000, 200, 4_000);

    /** Enough for one report filled in by hand. */
    public static final SheetLimits REPORT = new SheetLimits(5_000_000, 50_000_000, 3_000, 200, 4_000);

    /** Enough for the reports of some thousand enterprises; every cell of it is kept in memory while it is read. */
    public static final SheetLimits MANY_REPORTS = new SheetLimits(10_000_000, 100_000_000, 5_000, 200, 4_000);
}
