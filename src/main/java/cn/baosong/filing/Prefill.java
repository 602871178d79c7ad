package cn.baosong.filing;

import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What stands in a report before anybody types: fields with the property {@code carried} from the newest earlier report
 * (MON-11), the enterprise's profile where there is none; columns of a matrix with {@code prefill.<column>} from last
 * year's accepted report. Key fields are always those in force.
 */
@Component
class Prefill {

    private static final String CARRIED = "carried";
    private static final String COLUMN = "prefill.";

    private final FilingRepository repository;
    private final FilingModels models;
    private final PriorReports prior;
    private final Enterprises enterprises;

    Prefill(FilingRepository repository, FilingModels models, PriorReports prior, Enterprises enterprises) {
        this.repository = repository;
        this.models = models;
        this.prior = prior;
        this.enterprises = enterprises;
    }

    /** @return values to begin with, by form, flat by path */
    Map<String, Map<String, Object>> of(Filing filing) {
        var model = models.of(filing.revision());
        var earlier = repository
                .newestBefore(filing.scheme(), filing.enterprise(), filing.month())
                .map(Filing::values)
                .orElse(Map.of());
        var lastYear = prior.lastYear(filing).map(Filing::values).orElse(Map.of());
        var profile = enterprises.profile(filing.enterprise());
        var begun = new LinkedHashMap<String, Map<String, Object>>();
        for (var form : model.forms()) {
            var describes = form == model.enterpriseForm();
            var from = new LinkedHashMap<String, Object>(describes ? profile : Map.of());
            from.putAll(earlier.getOrDefault(form.id(), Map.of()));
            if (describes) {
                model.keyFields().stream().filter(profile::containsKey).forEach(key -> from.put(key, profile.get(key)));
            }
            var values = carried(form.components(), from);
            values.putAll(columns(form, lastYear.getOrDefault(form.id(), Map.of())));
            begun.put(form.id(), values);
        }
        return begun;
    }

    private static Map<String, Object> carried(List<FormComponent> components, Map<String, Object> from) {
        var values = new LinkedHashMap<String, Object>();
        for (var component : components) {
            if (component instanceof DynamicList list) {
                var rows = new ArrayList<Map<String, Object>>();
                FormEvaluation.rows(from.get(list.head().path()))
                        .forEach(row -> rows.add(carried(list.children(), row)));
                rows.removeIf(Map::isEmpty);
                if (!rows.isEmpty()) {
                    values.put(list.head().path(), rows);
                }
            } else if (component instanceof Field field) {
                var value = from.get(field.head().path());
                if (value != null && "true".equals(field.head().property(CARRIED))) {
                    values.put(field.head().path(), value);
                }
            } else {
                values.putAll(carried(component.children(), from));
            }
        }
        return values;
    }

    private static Map<String, Object> columns(FormDefinition form, Map<String, Object> lastYear) {
        var values = new LinkedHashMap<String, Object>();
        form.all().filter(Matrix.class::isInstance).map(Matrix.class::cast).forEach(matrix -> {
            var sources = matrix.columns().stream()
                    .filter(column -> matrix.head().property(COLUMN + column.key()) != null)
                    .collect(Collectors.toMap(
                            Matrix.Column::key, column -> matrix.head().property(COLUMN + column.key())));
            matrix.rows()
                    .forEach(row -> sources.forEach((column, source) -> {
                        var value = lastYear.get(row.head().path() + "." + source);
                        if (value != null && row.cells().containsKey(column)) {
                            values.put(row.head().path() + "." + column, value);
                        }
                    }));
        });
        return values;
    }
}
