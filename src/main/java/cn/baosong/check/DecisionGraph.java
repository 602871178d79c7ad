package cn.baosong.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision and all it requires.
 *
 * @param required in an order in which each finds its own requirements before it
 */
record DecisionGraph(List<DecisionNode> required, DecisionNode decision) {

    Map<String, Object> evaluate(Map<String, ?> variables) {
        return decision.evaluate(withRequired(variables));
    }

    Map<String, ?> withRequired(Map<String, ?> variables) {
        if (required.isEmpty()) {
            return variables;
        }
        Map<String, Object> all = new HashMap<>(variables);
        required.forEach(node -> all.putAll(node.evaluate(all)));
        return all;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Set<String> computed = new LinkedHashSet<>();
        for (DecisionNode node : required) {
            addFromOutside(names, node, computed);
            computed.addAll(node.outputs());
        }
        addFromOutside(names, decision, computed);
        return names;
    }

    private static void addFromOutside(Set<String> names, DecisionNode node, Set<String> computed) {
        for (String name : node.names()) {
            int dot = name.indexOf('.');
            if (!computed.contains(dot < 0 ? name : name.substring(0, dot))) {
                names.add(name);
            }
        }
    }
}
