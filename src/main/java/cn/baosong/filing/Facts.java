package cn.baosong.filing;

import cn.baosong.filing.repository.FactRepository;
import cn.baosong.filing.repository.FactRepository.Fact;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormEvaluation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the figures of an accepted report where statistics read them: one row for each indicator. */
@Component
class Facts {

    private final FactRepository repository;
    private final FilingModels models;

    Facts(FactRepository repository, FilingModels models) {
        this.repository = repository;
        this.models = models;
    }

    /** Replaces what stood of the report before. */
    void record(Filing filing) {
        var facts = new ArrayList<Fact>();
        for (var form : models.of(filing.revision()).forms()) {
            collect(form.id(), 0, form.components(), filing.values().getOrDefault(form.id(), Map.of()), facts);
        }
        repository.replace(filing, facts);
    }

    private static void collect(
            String form, int row, List<FormComponent> components, Map<String, Object> values, List<Fact> facts) {
        for (var component : components) {
            if (component instanceof Matrix matrix) {
                matrix.rows().forEach(indicator -> {
                    var cells = new ArrayList<BigDecimal>();
                    matrix.columns()
                            .forEach(column ->
                                    cells.add(number(values.get(indicator.head().path() + "." + column.key()))));
                    add(new Fact(form, row, indicator.head().path(), cells), facts);
                });
            } else if (component instanceof DynamicList list) {
                var rows = FormEvaluation.rows(values.get(list.head().path()));
                for (int i = 0; i < rows.size(); i++) {
                    collect(form, i + 1, list.children(), rows.get(i), facts);
                }
            } else if (component instanceof NumberEntry number) {
                var path = number.head().path();
                var cells = new ArrayList<BigDecimal>();
                cells.add(number(values.get(path)));
                add(new Fact(form, row, path, cells), facts);
            } else {
                collect(form, row, component.children(), values, facts);
            }
        }
    }

    private static void add(Fact fact, List<Fact> facts) {
        if (fact.columns().stream().anyMatch(value -> value != null)) {
            facts.add(fact);
        }
    }

    private static BigDecimal number(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
