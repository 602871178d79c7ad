package cn.baosong.common.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.Reason;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What an expression reads from outside: variables as dotted paths. A loop's variable stands for the items of its list
 * ({@code for p in products return p.price} reads {@code products.price}). Bare names inside a filter are left out, since
 * they may be the item's own. A function that does not exist, or not with so many arguments, is refused: the engine would
 * make it null.
 */
final class Names {

    private final FunctionProvider functions;
    private final Set<String> names = new LinkedHashSet<>();

    private Names(FunctionProvider functions) {
        this.functions = functions;
    }

    static Set<String> of(Exp root, FunctionProvider functions) {
        Names names = new Names(functions);
        names.visit(root, Map.of(), false);
        return Collections.unmodifiableSet(names.names);
    }

    /**
     * @param locals names bound inside the expression, each with the outer path it stands for, or an empty text
     * @param filter whether a bare name may be an entry of the item being filtered
     */
    private void visit(Exp exp, Map<String, String> locals, boolean filter) {
        if (exp instanceof Ref || exp instanceof PathExpression) {
            String path = path(exp, locals, filter);
            if (!path.isEmpty()) {
                names.add(path);
            }
            if (exp instanceof PathExpression step) {
                visitBelowPath(step, locals, filter);
            }
        } else if (exp instanceof For loop) {
            Map<String, String> inner = iterate(loop.iterators(), locals, filter);
            inner.put("partial", "");
            visit(loop.exp(), inner, filter);
        } else if (exp instanceof SomeItem some) {
            visit(some.condition(), iterate(some.iterators(), locals, filter), filter);
        } else if (exp instanceof EveryItem every) {
            visit(every.condition(), iterate(every.iterators(), locals, filter), filter);
        } else if (exp instanceof Filter step) {
            visit(step.list(), locals, filter);
            Map<String, String> inner = new HashMap<>(locals);
            inner.put("item", path(step.list(), locals, filter));
            visit(step.filter(), inner, true);
        } else if (exp instanceof ConstContext context) {
            Map<String, String> inner = new HashMap<>(locals);
            for (Tuple2<String, Exp> entry : CollectionConverters.asJava(context.entries())) {
                visit(entry._2(), inner, filter);
                inner.put(entry._1(), "");
            }
        } else if (exp instanceof FunctionDefinition definition) {
            Map<String, String> inner = new HashMap<>(locals);
            CollectionConverters.asJava(definition.parameters()).forEach(parameter -> inner.put(parameter, ""));
            visit(definition.body(), inner, filter);
        } else {
            if (exp instanceof FunctionInvocation call && !locals.containsKey(call.function())) {
                check(call);
            }
            Tree.children(exp).forEach(child -> visit(child, locals, filter));
        }
    }

    private void visitBelowPath(PathExpression step, Map<String, String> locals, boolean filter) {
        Exp below = step.path();
        while (below instanceof PathExpression deeper) {
            below = deeper.path();
        }
        if (!(below instanceof Ref)) {
            // The list of a filter is part of the path already, and its condition still to be looked into.
            Set<String> before = new LinkedHashSet<>(names);
            visit(below, locals, filter);
            if (below instanceof Filter list) {
                String path = path(list.list(), locals, filter);
                if (!before.contains(path)) {
                    names.remove(path);
                }
            }
        }
    }

    private Map<String, String> iterate(
            camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iterators,
            Map<String, String> locals,
            boolean filter) {
        Map<String, String> inner = new HashMap<>(locals);
        for (Tuple2<String, Exp> iterator : CollectionConverters.asJava(iterators)) {
            visit(iterator._2(), locals, filter);
            inner.put(iterator._1(), path(iterator._2(), locals, filter));
        }
        return inner;
    }

    /** @return the outer path an expression names, empty where it is none */
    private static String path(Exp exp, Map<String, String> locals, boolean filter) {
        if (exp instanceof Ref ref) {
            var names = CollectionConverters.asJava(ref.names());
            String head = names.get(0);
            String rest = String.join(".", names.subList(1, names.size()));
            if (locals.containsKey(head)) {
                String outer = locals.get(head);
                return outer.isEmpty() || rest.isEmpty() ? outer : outer + "." + rest;
            }
            return filter ? "" : String.join(".", names);
        }
        if (exp instanceof PathExpression step) {
            String below = path(step.path(), locals, filter);
            return below.isEmpty() ? "" : below + "." + step.key();
        }
        if (exp instanceof Filter step) {
            return path(step.list(), locals, filter);
        }
        return "";
    }

    private void check(FunctionInvocation call) {
        var candidates = CollectionConverters.asJava(functions.getFunctions(call.function()));
        if (candidates.isEmpty()) {
            throw new FeelException(Reason.of("feel.reason.function", call.function()));
        }
        boolean fits;
        if (call.params() instanceof PositionalFunctionParameters positional) {
            int count = positional.params().length();
            fits = candidates.stream()
                    .anyMatch(candidate -> candidate.params().length() == count
                            || candidate.hasVarArgs() && candidate.params().length() <= count + 1);
        } else {
            Set<String> given = CollectionConverters.asJava(((NamedFunctionParameters) call.params()).params())
                    .keySet();
            fits = candidates.stream().anyMatch(candidate -> CollectionConverters.asJava(candidate.params())
                    .containsAll(given));
        }
        if (!fits) {
            throw new FeelException(Reason.of("feel.reason.arguments", call.function()));
        }
    }
}
