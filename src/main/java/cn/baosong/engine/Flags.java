package cn.baosong.engine;

import java.util.Map;

/** What may be a process variable: ids and routing flags, never report data, never a serialized object. */
final class Flags {

    static final int LONGEST_TEXT = 255;

    private Flags() {}

    static void check(Map<String, Object> flags) {
        flags.forEach(Flags::check);
    }

    static void check(String name, Object value) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
            throw new IllegalArgumentException("not a name of a flag: " + name);
        }
        if (name.endsWith(Pins.SUFFIX)) {
            throw new IllegalArgumentException("reserved for the pinned version of a called process: " + name);
        }
        boolean plain = value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof String text && text.length() <= LONGEST_TEXT;
        if (!plain) {
            throw new IllegalArgumentException("flag " + name + " takes a boolean, a whole number or a short text");
        }
    }
}
