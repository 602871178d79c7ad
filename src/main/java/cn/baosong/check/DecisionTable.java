package cn.baosong.check;

import cn.baosong.common.feel.Feel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision of a DMN file with the decisions it requires, compiled. Hit policies UNIQUE, FIRST, ANY and COLLECT, as DMN
 * 1.3 has them; required decisions are evaluated first and give their outputs by name, as Camunda does. All cells are
 * FEEL. Types of columns are not looked at: values have theirs already. Safe for many threads.
 */
public final class DecisionTable {

    private final DecisionGraph graph;
    private final Set<String> names;

    private DecisionTable(DecisionGraph graph) {
        this.graph = graph;
        this.names = Collections.unmodifiableSet(graph.names());
    }

    /**
     * @param dmn a DMN 1.1 to 1.3 file
     * @throws TableException where the file, the decision or a cell cannot be read
     */
    public static DecisionTable parse(byte[] dmn, String decisionId, Feel feel) {
        return new DecisionTable(DmnFile.read(null, dmn).compile(decisionId, feel));
    }

    /** @param file name for messages; otherwise as {@link #parse(byte[], String, Feel)} */
    public static DecisionTable parse(String file, byte[] dmn, String decisionId, Feel feel) {
        return new DecisionTable(DmnFile.read(file, dmn).compile(decisionId, feel));
    }

    /**
     * @param variables plain values by name, see {@link cn.baosong.common.feel.FeelExpression#evaluate}
     * @return value by name of the output, null for an empty cell; for COLLECT the list of the values, or what they are
     *     aggregated to. Empty where no row applies
     * @throws TableException where several rows apply against the hit policy
     */
    public Map<String, Object> evaluate(Map<String, ?> variables) {
        return graph.evaluate(variables);
    }

    /** @return the variables read from outside, as dotted paths; not the outputs of required decisions */
    public Set<String> names() {
        return names;
    }

    /** @return every name that is read, with its place */
    public List<NameUse> uses() {
        return graph.uses();
    }

    /**
     * Looks at a whole file, whatever its decisions are for.
     *
     * @param file name for messages
     * @return all that is wrong, cell by cell; empty where every decision can be evaluated
     */
    public static List<TableException> problems(String file, byte[] dmn, Feel feel) {
        try {
            return DmnFile.read(file, dmn).problems(feel);
        } catch (TableException unreadable) {
            return List.of(unreadable);
        }
    }
}
