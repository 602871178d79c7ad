package cn.baosong.filing.revision;

import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.PeriodKind;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Set;

/**
 * The forms of a revision as they would be filled in.
 *
 * @param forms in the order of the steps
 * @param required paths that bear a star because the check table demands them
 * @param kind how long the periods are; null where the scheme has none
 */
public record FormPreview(SchemeRevision revision, List<Sheet> forms, Set<String> required, PeriodKind kind) {

    /** @param title what the scheme calls the form; its id where it does not */
    public record Sheet(FormDefinition form, Bilingual title) {

        public String id() {
            return form.id();
        }
    }
}
