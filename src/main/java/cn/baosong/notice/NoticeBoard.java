package cn.baosong.notice;

import cn.baosong.account.CurrentUser;
import cn.baosong.form.CleanText;
import cn.baosong.notice.query.NoticeQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices the signed-in person may read, and no others (HOME-06, HOME-07). One that may not be read does not exist. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('ENTERPRISE', 'APPLICANT', 'REVIEWER')")
public class NoticeBoard {

    /** Longest text a list is searched for; what is longer is cut. */
    public static final int LONGEST_SEARCH = 100;

    private final NoticeQueries queries;
    private final Readership readership;
    private final CurrentUser user;
    private final Clock clock;

    NoticeBoard(NoticeQueries queries, Readership readership, CurrentUser user, Clock clock) {
        this.queries = queries;
        this.readership = readership;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param text part of a title, empty for all
     * @return pinned ones first, then newest first
     */
    public List<NoticeLine> list(NoticeKind kind, String text, int offset, int limit) {
        var me = user.require();
        return queries.list(
                me.accountId(), readership.seats(me), LocalDate.now(clock), kind, search(text), offset, limit);
    }

    /** Opens a notice and remembers that it was read. @return empty for one I may not read, as for one there is not */
    @Transactional
    public Optional<Notice> read(UUID id) {
        var me = user.require();
        var found = queries.find(readership.seats(me), LocalDate.now(clock), id);
        if (found.isPresent() && me.accountId() != null) {
            queries.markRead(me.accountId(), id, clock.instant());
        }
        return found;
    }

    /** @return what is looked for: one clean line of at most {@link #LONGEST_SEARCH} characters */
    static String search(String text) {
        var asked = text == null ? "" : text;
        return CleanText.of(asked.substring(0, Math.min(LONGEST_SEARCH, asked.length())), false);
    }
}
