package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.filing.ui.ChangeSheet;
import cn.baosong.review.Wording;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** Changes of key fields as subjects of review: the report is what waits, what is shown is the change. */
@org.springframework.stereotype.Component
class KeyFieldChangeSubjects extends ReportSubjects {

    static final String KIND = "key-field-change";

    private final KeyFieldChangeRepository changes;
    private final ChangeSheet sheet;

    KeyFieldChangeSubjects(
            FilingRepository repository,
            KeyFieldChangeRepository changes,
            Enterprises enterprises,
            FilingFacets facets,
            ChangeSheet sheet) {
        super(repository, enterprises, facets);
        this.changes = changes;
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
    public Wording wording() {
        return Wording.APPROVE;
    }

    @Override
    public Component page(UUID id, Locale locale) {
        return sheet.of(
                filing(id), changes.newest(id).orElseThrow(() -> new Problem("filing.error.not-found")), locale);
    }
}
