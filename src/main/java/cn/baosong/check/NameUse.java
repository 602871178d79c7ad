package cn.baosong.check;

/**
 * A name that a decision reads from outside, and where.
 *
 * @param decision id of the decision, or the name of its result where it is one expression
 * @param row from 1; null outside the rows
 * @param column label of the column; null where there is none
 * @param name dotted path
 */
public record NameUse(String decision, Integer row, String column, String name) {}
