package cn.baosong.filing.tasks;

import cn.baosong.filing.FilingModels;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each scheme asks for, read off its models (填报业务指南, SUR-27). */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class BusinessGuide {

    /**
     * One form of a scheme.
     *
     * @param indicators how many indicators stand in its tables; 0 for a form without tables
     */
    public record Form(Bilingual title, int indicators) {}

    /**
     * What is said of a scheme.
     *
     * @param current its current period, empty where none is open
     * @param closesAfterMonths months after which a period closes, empty where it stays open
     * @param chainEnd up to which level it is reviewed, null where the model does not say
     */
    public record Entry(
            Scheme scheme,
            Optional<Period> current,
            Optional<String> closesAfterMonths,
            List<Form> forms,
            String chainEnd) {}

    private final Schemes schemes;
    private final Periods periods;
    private final FilingModels models;

    BusinessGuide(Schemes schemes, Periods periods, FilingModels models) {
        this.schemes = schemes;
        this.periods = periods;
        this.models = models;
    }

    /** @return every scheme, by key */
    public List<Entry> entries() {
        return schemes.all().stream().map(this::entry).toList();
    }

    private Entry entry(Scheme scheme) {
        var model = models.of(scheme.revision().id());
        return new Entry(
                scheme,
                periods.find(scheme.key(), periods.current(scheme.kind())),
                scheme.setting(FilingProcess.CLOSES_AFTER_MONTHS),
                model.forms().stream()
                        .map(form -> new Form(model.titles().get(form.id()), indicators(form)))
                        .toList(),
                model.chainEnd());
    }

    private static int indicators(FormDefinition form) {
        return (int) form.all().filter(MatrixRow.class::isInstance).count();
    }
}
