package cn.baosong.account;

import cn.baosong.common.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that is wrong with a form at once, by field: {@code loginName}, {@code password}, {@code phone}, {@code code}. */
public class FieldProblems extends Problem {

    private final transient Map<String, Problem> byField;

    FieldProblems(Map<String, Problem> byField) {
        super("account.error.fields");
        this.byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    FieldProblems(String field, String key) {
        this(Map.of(field, new Problem(key)));
    }

    public Map<String, Problem> byField() {
        return byField;
    }

    /** Collects problems and throws them together. */
    static final class Collector {

        private final Map<String, Problem> found = new LinkedHashMap<>();

        Collector add(String field, Optional<Problem> problem) {
            problem.ifPresent(one -> found.putIfAbsent(field, one));
            return this;
        }

        void throwIfAny() {
            if (!found.isEmpty()) {
                throw new FieldProblems(found);
            }
        }
    }
}
