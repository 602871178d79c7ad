package cn.baosong.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding weighs. In a check table the word is written in lower case. */
public enum Severity {
    /** Blocks the submission. */
    MANDATORY,
    /** Needs an explanation by who submits. */
    WARNING,
    /** Shows and asks for nothing. */
    HINT;

    static Optional<Severity> of(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }

    /** @return as it is written in a check table */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
