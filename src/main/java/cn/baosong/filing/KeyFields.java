package cn.baosong.filing;

import cn.baosong.common.WithinTransaction;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which key fields (关键信息) of a report differ from what the platform knows of the enterprise (CHG-01). */
@Component
class KeyFields {

    private static final String FOLLOWS = "follows";

    private final Enterprises enterprises;
    private final FilingModels models;
    private final FilingDrafts drafts;
    private final WithinTransaction<UUID, Boolean> changed = new WithinTransaction<>();

    KeyFields(Enterprises enterprises, FilingModels models, FilingDrafts drafts) {
        this.enterprises = enterprises;
        this.models = models;
        this.drafts = drafts;
    }

    /**
     * @param before values in force, @param proposed values of the report; both by path, only those that differ
     */
    record Difference(Map<String, Object> before, Map<String, Object> proposed) {
        boolean any() {
            return !proposed.isEmpty();
        }
    }

    /** @return whether any differs; found out once under the report's lock, which the caller holds */
    boolean changed(Filing filing) {
        return changed.find(filing.id())
                .orElseGet(
                        () -> changed.remember(filing.id(), difference(filing).any()));
    }

    /** @return what lies in the draft of the form that describes the enterprise; what is empty there changes nothing */
    Difference difference(Filing filing) {
        var model = models.of(filing.revision());
        var typed = drafts.of(filing, model.enterpriseForm());
        var profile = enterprises.profile(filing.enterprise());
        var before = new LinkedHashMap<String, Object>();
        var proposed = new LinkedHashMap<String, Object>();
        for (var field : model.keyFields()) {
            var now = profile.get(field);
            var wanted = typed.get(field);
            if (wanted != null && !Objects.equals(plain(field, now), plain(field, wanted))) {
                before.put(field, now);
                proposed.put(field, wanted);
            }
        }
        return new Difference(before, proposed);
    }

    /** @return paths of the fields that are taken over together with these key fields: their property {@code follows} */
    static List<String> following(FormDefinition form, Set<String> changed) {
        return form.byPath().values().stream()
                .map(FormComponent::head)
                .filter(head -> head.property(FOLLOWS) != null && changed.contains(head.property(FOLLOWS)))
                .map(FormComponent.Head::path)
                .toList();
    }

    private static String plain(String field, Object value) {
        if (value == null) {
            return null;
        }
        return "code".equals(field)
                ? UnifiedSocialCreditCode.normalize(value.toString())
                : value.toString().strip();
    }
}
