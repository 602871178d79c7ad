package cn.baosong.review.overdue;

import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.engine.Step;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.DigestQueries;
import cn.baosong.review.query.DigestQueries.Digest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the holders of each desk once a day, in one message: what is overdue there, what came to them and what went on
 * past them (REV-09). Nothing is said where there is nothing to say.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OverdueDigests {

    private static final int ORDINARY_CHUNK = 50;
    private static final String PAGE = "/reviews/";
    private static final String NOBODY = "—";

    private final DigestQueries queries;
    private final Desks desks;
    private final DeskTitles titles;
    private final Notifier notifier;
    private final Clock clock;

    OverdueDigests(DigestQueries queries, Desks desks, DeskTitles titles, Notifier notifier, Clock clock) {
        this.queries = queries;
        this.desks = desks;
        this.titles = titles;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** @return whether desks are left that have to be told today */
    public boolean send(Step step) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var chunk = Chunk.of(step.setting(OverdueProcess.CHUNK), ORDINARY_CHUNK);
        var due = queries.due(today, now, chunk + 1);
        due.stream()
                .limit(chunk)
                .filter(digest -> queries.begin(digest.desk(), today, now))
                .forEach(digest -> tell(step, digest));
        return due.size() > chunk;
    }

    private void tell(Step step, Digest digest) {
        var ways = Way.among(step.setting(OverdueProcess.CHANNEL));
        if (ways.isEmpty()) {
            return;
        }
        var link = digest.kind() == null ? null : PAGE + digest.kind();
        for (var holder : desks.heldToday(digest.desk())) {
            notifier.tell(
                    holder,
                    ways,
                    step.setting(OverdueProcess.TEMPLATE),
                    link,
                    titles.of(digest.desk()),
                    String.valueOf(digest.overdue()),
                    String.valueOf(digest.came()),
                    String.valueOf(digest.substituted()),
                    String.valueOf(digest.went()),
                    digest.wentTo() == null ? NOBODY : digest.wentTo());
        }
    }
}
