package cn.baosong.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A decision that remembers its last answer, for who asks again at every change of a form: most changes are of something
 * the decision does not read. For one page or one check, and one thread at a time.
 */
public final class RememberedDecision {

    private final DecisionTable table;
    private final List<String> reads;
    private Object[] given;
    private Map<String, Object> answer;

    public RememberedDecision(DecisionTable table) {
        this.table = table;
        this.reads = table.names().stream()
                .map(path -> path.split("\\.", 2)[0])
                .distinct()
                .toList();
    }

    /** As {@link DecisionTable#evaluate}. */
    public Map<String, Object> evaluate(Map<String, ?> variables) {
        Object[] now = reads.stream().map(name -> (Object) variables.get(name)).toArray();
        if (!Arrays.equals(now, given)) {
            given = null;
            answer = table.evaluate(variables);
            given = now;
        }
        return answer;
    }
}
