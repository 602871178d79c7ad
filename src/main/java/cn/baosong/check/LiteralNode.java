package cn.baosong.check;

import cn.baosong.common.feel.FeelExpression;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision that is one expression, named by its variable. */
record LiteralNode(String variable, FeelExpression expression) implements DecisionNode {

    @Override
    public Map<String, Object> evaluate(Map<String, ?> variables) {
        return Collections.singletonMap(variable, expression.evaluate(variables));
    }

    @Override
    public Set<String> names() {
        return expression.names();
    }

    @Override
    public List<NameUse> uses() {
        return names().stream()
                .map(name -> new NameUse(variable, null, null, name))
                .toList();
    }

    @Override
    public Set<String> outputs() {
        return Set.of(variable);
    }
}
