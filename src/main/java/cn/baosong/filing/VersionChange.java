package cn.baosong.filing;

/**
 * What differs between two sealed versions at one place, in words of one language.
 *
 * @param form title of the form, or of the explanations
 * @param field what stands there: the field, the cell of an indicator, the field of a row
 * @param before,after a dash for nothing
 */
public record VersionChange(String form, String field, String before, String after) {}
