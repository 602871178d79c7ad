package cn.baosong.filing;

import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.seal.SealedTitles;
import cn.baosong.review.Reviews;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a receipt says of a report, and which reviewers may read it. */
@Component
class FilingTitles implements SealedTitles {

    private final FilingRepository repository;
    private final Enterprises enterprises;
    private final Reviews reviews;
    private final FilingViews views;
    private final ReportNames names;

    FilingTitles(
            FilingRepository repository,
            Enterprises enterprises,
            Reviews reviews,
            FilingViews views,
            ReportNames names) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.reviews = reviews;
        this.views = views;
        this.names = names;
    }

    @Override
    public Optional<Title> title(UUID subject, Locale locale) {
        return repository.find(subject).flatMap(filing -> enterprises
                .find(filing.enterprise())
                .map(enterprise ->
                        new Title(enterprise.name(), views.title(filing).in(locale), names.period(filing))));
    }

    /** A reviewer reads what waits or was decided at one of the reviewer's desks. */
    @Override
    public boolean mayRead(UUID subject) {
        try {
            return reviews.sees(FilingSubjects.KIND, subject);
        } catch (AccessDeniedException notAReviewer) {
            return false;
        }
    }
}
