package cn.baosong.organization;

/**
 * What goes to another desk when a desk is closed.
 *
 * @param key of the text that says what it is, with {@code count} and {@code to}
 * @param to name of the desk it goes to
 */
public record DeskHanding(String key, int count, String to) {}
