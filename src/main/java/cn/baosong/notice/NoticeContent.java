package cn.baosong.notice;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an administrator writes.
 *
 * @param title 1 to {@value #LONGEST_TITLE} characters on one line
 * @param body Markdown without HTML and pictures, 1 to {@value #LONGEST_BODY} characters
 * @param audience who may read it, at least one
 * @param region code of the region it is for, the desk's own or one inside it; null for the whole nation
 * @param pinned whether it stands above newer ones
 * @param expiresOn the last day on which it is shown, at most {@value #LONGEST_YEARS} years ahead; null for no end
 */
public record NoticeContent(
        NoticeKind kind,
        String title,
        String body,
        Set<Audience> audience,
        String region,
        boolean pinned,
        LocalDate expiresOn) {

    // What the pages are laid out for and one page may hold in memory, and a guard against a mistyped year: no rules.
    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_BODY = 20_000;
    public static final int LONGEST_YEARS = 10;

    public NoticeContent {
        audience = audience == null ? Set.of() : Set.copyOf(audience);
    }
}
