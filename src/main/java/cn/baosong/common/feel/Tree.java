package cn.baosong.common.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionParameters;

/** Walks and rebuilds the syntax tree of the engine, whose nodes are all products of expressions and constants. */
final class Tree {

    private Tree() {}

    /** The expressions directly below, in the order of the text. */
    static List<Exp> children(Object node) {
        List<Exp> children = new ArrayList<>();
        map(node, child -> {
            children.add(child);
            return child;
        });
        return children;
    }

    /** The same node over other children. */
    static Exp map(Exp node, Function<Exp, Exp> change) {
        return (Exp) map((Object) node, change);
    }

    private static Object map(Object node, Function<Exp, Exp> change) {
        if (!(node instanceof Product product) || product.productArity() == 0) {
            return node;
        }
        Object[] parts = new Object[product.productArity()];
        boolean changed = false;
        for (int i = 0; i < parts.length; i++) {
            Object part = product.productElement(i);
            parts[i] = part(part, change);
            changed |= parts[i] != part;
        }
        return changed ? rebuild(node.getClass(), parts) : node;
    }

    private static Object part(Object part, Function<Exp, Exp> change) {
        if (part instanceof Exp exp) {
            return change.apply(exp);
        }
        if (part instanceof FunctionParameters || part instanceof ConstRangeBoundary) {
            return map(part, change);
        }
        if (part instanceof camundajar.impl.scala.collection.immutable.List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : CollectionConverters.asJava(list)) {
                items.add(
                        item instanceof Tuple2<?, ?> entry
                                ? new Tuple2<>(entry._1(), part(entry._2(), change))
                                : part(item, change));
            }
            return CollectionConverters.asScala(items).toList();
        }
        if (part instanceof camundajar.impl.scala.collection.immutable.Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            CollectionConverters.asJava(map).forEach((key, value) -> entries.put(key, part(value, change)));
            return Map$.MODULE$.from(CollectionConverters.asScala(entries));
        }
        return part;
    }

    private static Object rebuild(Class<?> type, Object[] parts) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getConstructors())
                    .filter(candidate -> candidate.getParameterCount() == parts.length)
                    .findFirst()
                    .orElseThrow();
            return constructor.newInstance(parts);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("the FEEL engine's " + type.getName() + " is not as expected", failure);
        }
    }
}
