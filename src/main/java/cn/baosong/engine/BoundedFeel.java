package cn.baosong.engine;

import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelExpression;
import cn.baosong.common.feel.FeelTests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.springframework.beans.factory.ObjectProvider;

/**
 * FEEL of the decisions that the engine itself evaluates (business rule tasks): the same expressions under the same limits
 * as everywhere else. The engine's own FEEL runs whatever it is given, however long.
 */
final class BoundedFeel implements FeelEngineFactory, FeelEngine {

    private static final int KEPT = 500;

    private final ObjectProvider<Feel> feel;
    private final Map<String, FeelExpression> expressions = new Kept<>();
    private final Map<String, FeelTests> tests = new Kept<>();

    BoundedFeel(ObjectProvider<Feel> feel) {
        this.feel = feel;
    }

    @Override
    public FeelEngine createInstance() {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        return (T) compiled(expressions, text, feel.getObject()::compile).evaluate(plain(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        Map<String, Object> plain = plain(variables);
        return compiled(tests, text, feel.getObject()::compileTests).matches(plain.get(input), plain);
    }

    private static <T> T compiled(Map<String, T> known, String text, Function<String, T> compiler) {
        synchronized (known) {
            return known.computeIfAbsent(text, compiler);
        }
    }

    private static Map<String, Object> plain(VariableContext variables) {
        Map<String, Object> plain = new HashMap<>();
        for (String name : variables.keySet()) {
            plain.put(name, variables.resolve(name).getValue());
        }
        return plain;
    }

    private static final class Kept<T> extends LinkedHashMap<String, T> {

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > KEPT;
        }
    }
}
