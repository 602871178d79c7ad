package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.filing.ui.FindingsCard;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectSource;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** Reports as subjects of review. */
@org.springframework.stereotype.Component
class FilingSubjects implements SubjectSource {

    static final String KIND = "filing";

    private final FilingRepository repository;
    private final Enterprises enterprises;
    private final FilingSheets sheets;
    private final ExplanationVerdicts verdicts;
    private final Texts texts;

    FilingSubjects(
            FilingRepository repository,
            Enterprises enterprises,
            FilingSheets sheets,
            ExplanationVerdicts verdicts,
            Texts texts) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.sheets = sheets;
        this.verdicts = verdicts;
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

    @Override
    public Subject lock(UUID id) {
        return subject(repository.lock(id).orElseThrow(() -> new Problem("filing.error.not-found")));
    }

    @Override
    public Subject find(UUID id) {
        return subject(repository.find(id).orElseThrow(() -> new Problem("filing.error.not-found")));
    }

    private Subject subject(Filing filing) {
        var enterprise = enterprises.find(filing.enterprise()).orElseThrow();
        return new Subject(
                filing.id(),
                enterprise.name(),
                filing.month().toString(),
                enterprise.region(),
                filing.processInstance());
    }

    @Override
    public Component page(UUID id, Locale locale) {
        var filing = repository.find(id).orElseThrow(() -> new Problem("filing.error.not-found"));
        return new Div(new FindingsCard(verdicts, filing.id(), texts, locale), sheets.submitted(filing, locale));
    }
}
