package cn.baosong.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One decision, compiled, without those it requires. */
interface DecisionNode {

    /** @return values by name of the output; nothing where there is no result */
    Map<String, Object> evaluate(Map<String, ?> variables);

    /** @return the variables read */
    Set<String> names();

    /** @return each name read, with its place */
    List<NameUse> uses();

    /** @return names of the outputs */
    Set<String> outputs();
}
