package cn.baosong.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** @return each name read from outside, with its place */
    List<NameUse> uses() {
        Set<String> outside = names();
        return Stream.concat(required.stream(), Stream.of(decision))
                .flatMap(node -> node.uses().stream())
                .filter(use -> outside.contains(use.name()))
                .toList();
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
