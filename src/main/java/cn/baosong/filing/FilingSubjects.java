package cn.baosong.filing;

import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.filing.ui.FindingsCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Reports as subjects of review. */
@org.springframework.stereotype.Component
class FilingSubjects extends ReportSubjects {

    static final String KIND = "filing";

    private final FilingSheets sheets;
    private final ExplanationVerdicts verdicts;
    private final FilingModels models;
    private final Periods periods;
    private final Texts texts;

    FilingSubjects(
            FilingRepository repository,
            Enterprises enterprises,
            FilingFacets facets,
            FilingSheets sheets,
            ExplanationVerdicts verdicts,
            FilingModels models,
            Periods periods,
            Texts texts) {
        super(repository, enterprises, facets);
        this.sheets = sheets;
        this.verdicts = verdicts;
        this.models = models;
        this.periods = periods;
        this.texts = texts;
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

    @Override
    public Component page(UUID id, Locale locale) {
        var filing = filing(id);
        return new Div(new FindingsCard(verdicts, id, texts, locale), sheets.submitted(filing, locale));
    }
}
