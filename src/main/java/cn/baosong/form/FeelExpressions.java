package cn.baosong.form;

import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.common.feel.FeelExpression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A form's FEEL, each expression read once and kept while it is in use. */
@Component
class FeelExpressions implements Expressions {

    private static final Logger LOG = LoggerFactory.getLogger(FeelExpressions.class);
    private static final int KEPT = 2_000;

    private final Feel feel;
    private final Map<String, Optional<FeelExpression>> compiled = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<FeelExpression>> eldest) {
            return size() > KEPT;
        }
    };

    FeelExpressions(Feel feel) {
        this.feel = feel;
    }

    @Override
    public Object evaluate(String expression, Map<String, Object> names) {
        Optional<FeelExpression> known = compiled(expression);
        if (known.isEmpty()) {
            return null;
        }
        try {
            return known.get().evaluate(names);
        } catch (FeelException failure) {
            LOG.warn("FEEL \"{}\" gives nothing: {}", expression, failure.getMessage());
            return null;
        }
    }

    private Optional<FeelExpression> compiled(String expression) {
        synchronized (compiled) {
            Optional<FeelExpression> known = compiled.get(expression);
            if (known != null) {
                return known;
            }
        }
        Optional<FeelExpression> read = compile(expression);
        synchronized (compiled) {
            compiled.put(expression, read);
        }
        return read;
    }

    private Optional<FeelExpression> compile(String expression) {
        try {
            return Optional.of(feel.compile(expression));
        } catch (FeelException unreadable) {
            LOG.warn("FEEL \"{}\" cannot be read: {}", expression, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
