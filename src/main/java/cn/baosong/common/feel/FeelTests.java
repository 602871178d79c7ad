package cn.baosong.common.feel;

import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.Exp;

/** Unary tests read once: a condition on an input, as a cell of a decision table. Safe for many threads. */
public final class FeelTests {

    private final Evaluator evaluator;
    private final String text;
    private final Exp parsed;
    private final Set<String> names;

    FeelTests(Evaluator evaluator, String text, Exp parsed, Set<String> names) {
        this.evaluator = evaluator;
        this.text = text;
        this.parsed = parsed;
        this.names = names;
    }

    /** @return the tests as they were written */
    public String text() {
        return text;
    }

    /** @return the variables read beside the input, as {@link FeelExpression#names()} */
    public Set<String> names() {
        return names;
    }

    /**
     * @param input the value tested, {@code ?} in the text
     * @param variables as {@link FeelExpression#evaluate}
     * @return whether the input passes; not where this is null
     * @throws FeelException beyond the limits
     */
    public boolean matches(Object input, Map<String, ?> variables) {
        return Boolean.TRUE.equals(evaluator.test(text, parsed, input, variables));
    }
}
