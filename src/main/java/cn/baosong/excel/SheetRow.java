package cn.baosong.excel;

import java.util.Map;

/**
 * A row of a sheet that has something in it.
 *
 * @param number as a person sees it at the left edge, from 1
 * @param cells texts by key of the column; no entry for an empty cell
 */
public record SheetRow(int number, Map<String, String> cells) {}
