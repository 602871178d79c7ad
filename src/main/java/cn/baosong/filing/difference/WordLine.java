package cn.baosong.filing.difference;

/**
 * A text, a date or a choice that is not what it was, in words of one language.
 *
 * @param form title of the form
 * @param before,after a dash for nothing
 */
public record WordLine(String form, String field, String before, String after) {}
