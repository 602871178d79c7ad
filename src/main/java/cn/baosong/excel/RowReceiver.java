package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.util.SortedMap;

/** Who gets the rows of one sheet. */
interface RowReceiver {

    /**
     * @param number as a person sees it, from 1
     * @param cells texts by index of the column, from 0; no entry for an empty cell
     */
    void row(int number, SortedMap<Integer, String> cells);

    /** A cell that cannot be read; called before its row. Who returns goes on without the cell. */
    default void unreadable(int row, int column, Problem problem) {
        throw problem;
    }

    /** @param range such as {@code B2:C4}; called after the rows */
    default void merged(String range) {}

    /** The sheet is over. */
    default void end() {}
}
