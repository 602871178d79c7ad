package cn.baosong.notice;

import cn.baosong.common.Problem;
import cn.baosong.form.CleanText;
import cn.baosong.organization.Desk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may stand in a notice. Lengths are looked at before anything is read. */
@Component
class NoticeRules {

    private final Readership readership;
    private final Clock clock;

    NoticeRules(Readership readership, Clock clock) {
        this.readership = readership;
        this.clock = clock;
    }

    /**
     * @return the content with clean texts
     * @throws Problem names the first thing that is wrong
     */
    NoticeContent check(Desk desk, NoticeContent content) {
        if (content.kind() == null) {
            throw new Problem("notice.error.kind");
        }
        var title = clean(content.title(), NoticeContent.LONGEST_TITLE, false, "notice.error.title");
        if (content.audience().isEmpty()) {
            throw new Problem("notice.error.audience");
        }
        requireInside(desk, content.region());
        var today = LocalDate.now(clock);
        var last = content.expiresOn();
        if (last != null && (last.isBefore(today) || last.isAfter(today.plusYears(NoticeContent.LONGEST_YEARS)))) {
            throw new Problem("notice.error.expires", NoticeContent.LONGEST_YEARS);
        }
        var body = clean(content.body(), NoticeContent.LONGEST_BODY, true, "notice.error.body");
        if (CleanText.hasMarkup(body)) {
            throw new Problem("notice.error.markup");
        }
        if (body.contains("![")) {
            throw new Problem("notice.error.picture");
        }
        return new NoticeContent(
                content.kind(), title, body, content.audience(), content.region(), content.pinned(), last);
    }

    /** @return codes of a region with all above it, none for the whole nation */
    List<String> path(String region) {
        return readership.path(region);
    }

    private void requireInside(Desk desk, String region) {
        var inside = region == null
                ? desk.region() == null
                : readership.known(region)
                        && (desk.region() == null || readership.path(region).contains(desk.region()));
        if (!inside) {
            throw new Problem("notice.error.region");
        }
    }

    private static String clean(String raw, int limit, boolean multiline, String key) {
        var text = raw == null || raw.length() > limit ? "" : CleanText.of(raw, multiline);
        if (text.isEmpty()) {
            throw new Problem(key, limit);
        }
        return text;
    }
}
