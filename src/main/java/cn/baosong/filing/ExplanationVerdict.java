package cn.baosong.filing;

import java.time.Instant;

/**
 * What a reviewer thinks of an explanation (认可, 不认可).
 *
 * @param good whether it was taken as good
 * @param word what the reviewer says to it, null for nothing
 * @param desk name of the desk that judged; the person is not told to the enterprise
 */
public record ExplanationVerdict(boolean good, String word, String desk, Instant at) {

    /** Characters a word may have: as many as the reason of a return (REG-41). */
    public static final int LIMIT = 150;
}
