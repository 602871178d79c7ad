package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.filing.ui.ChangeSheet;
import cn.baosong.review.Subject;
import cn.baosong.review.SubjectSource;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** Changes of key fields as subjects of review: the report is what waits, what is shown is the change. */
@org.springframework.stereotype.Component
class KeyFieldChangeSubjects implements SubjectSource {

    static final String KIND = "key-field-change";

    private final FilingRepository repository;
    private final KeyFieldChangeRepository changes;
    private final Enterprises enterprises;
    private final ChangeSheet sheet;

    KeyFieldChangeSubjects(
            FilingRepository repository, KeyFieldChangeRepository changes, Enterprises enterprises, ChangeSheet sheet) {
        this.repository = repository;
        this.changes = changes;
        this.enterprises = enterprises;
        this.sheet = sheet;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OptionalInt navigationOrder() {
        return OptionalInt.of(320);
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
        return sheet.of(filing, changes.newest(id).orElseThrow(() -> new Problem("filing.error.not-found")), locale);
    }
}
