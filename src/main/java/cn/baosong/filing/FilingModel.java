package cn.baosong.filing;

import cn.baosong.check.CheckTable;
import cn.baosong.check.DecisionTable;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scheme as the process owner drew it, in one revision, ready to use.
 *
 * @param number of the revision
 * @param title what its reports are called
 * @param titles what its forms are called, by id
 * @param forms in the order of the steps; the first describes the enterprise
 * @param decisions by the name of {@code properties.decision}
 * @param keyFields paths of the first form whose change freezes a report
 * @param headline the figure lists show
 * @param chainEnd up to which level reports are reviewed, as the model says it; null where it does not
 * @param periodKind how long its periods are
 * @param taskName what one report is called, with <code>{period}</code> in it; empty where the model does not say
 * @param withdrawal what taking a submitted report back is called
 */
public record FilingModel(
        int number,
        Bilingual title,
        Map<String, Bilingual> titles,
        List<FormDefinition> forms,
        CheckTable checks,
        Map<String, DecisionTable> decisions,
        List<String> keyFields,
        Headline headline,
        String chainEnd,
        PeriodKind periodKind,
        Bilingual taskName,
        Withdrawal withdrawal) {

    /** @return the form that describes the enterprise */
    public FormDefinition enterpriseForm() {
        return forms.get(0);
    }

    public Optional<FormDefinition> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** @return the form that holds the value or the indicator of this path */
    public Optional<FormDefinition> formOf(String path) {
        return forms.stream()
                .filter(form -> form.find(path).isPresent()
                        || form.all()
                                .anyMatch(component -> component instanceof FormComponent.MatrixRow
                                        && path.equals(component.head().path())))
                .findFirst();
    }
}
