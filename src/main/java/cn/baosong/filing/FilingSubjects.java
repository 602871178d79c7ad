package cn.baosong.filing;

import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.difference.ui.DifferencePages;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.review.ReviewContent;
import cn.baosong.review.ReviewVisit;
import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Reports as subjects of review. */
@org.springframework.stereotype.Component
class FilingSubjects extends ReportSubjects {

    static final String KIND = "filing";

    private final FilingSheets sheets;
    private final DifferencePages pages;
    private final FilingModels models;
    private final Periods periods;
    private final ExplanationRepository explanations;

    FilingSubjects(
            FilingRepository repository,
            Enterprises enterprises,
            FilingFacets facets,
            ReportNames names,
            FilingSheets sheets,
            DifferencePages pages,
            FilingModels models,
            Periods periods,
            ExplanationRepository explanations) {
        super(repository, enterprises, facets, names);
        this.sheets = sheets;
        this.pages = pages;
        this.models = models;
        this.periods = periods;
        this.explanations = explanations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OptionalInt navigationOrder() {
        return OptionalInt.of(310);
    }

    /** As the newest revision names it; the figure may be compared among reports of different revisions. */
    @Override
    public Optional<String> figure(Locale locale) {
        var newest = models.newest(Filings.SCHEME, periods.current());
        return Optional.of(models.of(newest.id()).headline().title().in(locale)).filter(title -> !title.isEmpty());
    }

    @Override
    public boolean skipsLevels() {
        return true;
    }

    /** Explanations the desks did not accept (不认可) and that stand as they were. */
    @Override
    public Map<UUID, Integer> objections(Collection<UUID> subjects) {
        return explanations.refused(subjects);
    }

    @Override
    public Component page(UUID id, Locale locale) {
        return sheets.submitted(filing(id), locale);
    }

    @Override
    public ReviewContent content(ReviewVisit visit) {
        return pages.of(visit);
    }
}
