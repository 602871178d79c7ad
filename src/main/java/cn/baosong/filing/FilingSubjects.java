package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.ui.FilingSheets;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectSource;
import com.vaadin.flow.component.Component;
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

    FilingSubjects(FilingRepository repository, Enterprises enterprises, FilingSheets sheets) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.sheets = sheets;
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
        return sheets.submitted(repository.find(id).orElseThrow(() -> new Problem("filing.error.not-found")), locale);
    }
}
