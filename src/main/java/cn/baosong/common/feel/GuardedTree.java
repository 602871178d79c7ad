package cn.baosong.common.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/**
 * Puts calls of the {@link Budget} into an expression, where it could grow or repeat. Most rules do neither: comparing,
 * calculating and asking functions that read their arguments once takes as long as the text is, and stays as it was.
 */
final class GuardedTree {

    /** Functions whose cost and result are no larger than their arguments. */
    private static final Set<String> MODEST = Set.of(
            "not",
            "is defined",
            "get or else",
            "contains",
            "starts with",
            "ends with",
            "string length",
            "upper case",
            "lower case",
            "substring",
            "substring before",
            "substring after",
            "trim",
            "is blank",
            "is empty",
            "count",
            "sum",
            "min",
            "max",
            "mean",
            "all",
            "any",
            "list contains",
            "abs",
            "even",
            "odd",
            "number",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "today",
            "now",
            "day of week",
            "day of year",
            "week of year",
            "month of year",
            "last day of month",
            "before",
            "after",
            "validCreditCode",
            "validOrganizationCode",
            "codeAttribute");

    /** Arguments that say how long the result gets: places behind the point, delimiters. Counted from 0. */
    private static final Map<String, Map<Integer, String>> SMALL_ARGUMENTS = Map.of(
            "decimal", Map.of(1, "scale"),
            "floor", Map.of(1, "scale"),
            "ceiling", Map.of(1, "scale"),
            "round up", Map.of(1, "scale"),
            "round down", Map.of(1, "scale"),
            "round half up", Map.of(1, "scale"),
            "round half down", Map.of(1, "scale"),
            "string join", Map.of(1, "delimiter"));

    /** Items in each list of an iteration over one, two or three lists at once: what they make together is bounded. */
    private static final int[] ITEMS_PER_LIST = {Budget.ITEM_LIMIT, 200, 30};

    private GuardedTree() {}

    static Exp of(Exp root, boolean unaryTests) {
        if (isPlain(root)) {
            return withBoundedRegex(root);
        }
        Exp guarded = guard(root);
        return unaryTests ? guarded : value(guarded);
    }

    private static boolean isPlain(Exp exp) {
        if (exp instanceof ConstContext
                || exp instanceof For
                || exp instanceof SomeItem
                || exp instanceof EveryItem
                || exp instanceof Filter
                || exp instanceof IterationContext
                || exp instanceof FunctionDefinition
                || exp instanceof QualifiedFunctionInvocation
                || exp instanceof FunctionInvocation call
                        && !MODEST.contains(call.function())
                        && !call.function().equals("matches")
                || exp instanceof Exponentiation power && !isSmall(power.y())) {
            return false;
        }
        return Tree.children(exp).stream().allMatch(GuardedTree::isPlain);
    }

    private static boolean isSmall(Exp exponent) {
        return exponent instanceof ConstNumber number
                && number.value().bigDecimal().abs().compareTo(BigDecimal.valueOf(Budget.SMALL_LIMIT)) <= 0;
    }

    private static Exp withBoundedRegex(Exp exp) {
        Exp changed = Tree.map(exp, GuardedTree::withBoundedRegex);
        return changed instanceof FunctionInvocation call ? renamed(call) : changed;
    }

    private static FunctionInvocation renamed(FunctionInvocation call) {
        return BoundedRegex.NAMES.contains(call.function())
                ? new FunctionInvocation("#" + call.function(), call.params())
                : call;
    }

    private static Exp guard(Exp exp) {
        if (exp instanceof For loop) {
            return new For(iterators(loop.iterators()), value(guard(loop.exp())));
        }
        if (exp instanceof SomeItem some) {
            return new SomeItem(iterators(some.iterators()), value(guard(some.condition())));
        }
        if (exp instanceof EveryItem every) {
            return new EveryItem(iterators(every.iterators()), value(guard(every.condition())));
        }
        if (exp instanceof Filter filter) {
            return new Filter(value(guard(filter.list())), filterCondition(filter.filter()));
        }
        if (exp instanceof IterationContext range) {
            return range(range, Budget.ITEM_LIMIT);
        }
        if (exp instanceof FunctionInvocation call) {
            return renamed((FunctionInvocation) withGuardedArguments(call, call.function()));
        }
        if (exp instanceof QualifiedFunctionInvocation call) {
            return withGuardedArguments(call, call.function());
        }
        if (exp instanceof FunctionDefinition definition) {
            return new FunctionDefinition(definition.parameters(), value(guard(definition.body())));
        }
        if (exp instanceof Exponentiation power) {
            return new Exponentiation(value(guard(power.x())), call(Budget.SMALL, guard(power.y())));
        }
        if (exp instanceof Addition || exp instanceof Equal) {
            return Tree.map(exp, child -> value(guard(child)));
        }
        if (exp instanceof In in) {
            return new In(value(guard(in.x())), guard(in.test()));
        }
        if (exp instanceof UnaryTestExpression test) {
            return new UnaryTestExpression(value(guard(test.exp())));
        }
        return Tree.map(exp, GuardedTree::guard);
    }

    /** The engine looks at the kind of the condition to tell an index from a test: the kind must stay. */
    private static Exp filterCondition(Exp condition) {
        return condition instanceof Comparison ? Tree.map(condition, child -> value(guard(child))) : guard(condition);
    }

    private static Exp withGuardedArguments(Exp call, String function) {
        Map<Integer, String> small = SMALL_ARGUMENTS.getOrDefault(function, Map.of());
        if (call instanceof FunctionInvocation invocation
                && invocation.params() instanceof NamedFunctionParameters named) {
            Map<String, Exp> arguments = new LinkedHashMap<>();
            CollectionConverters.asJava(named.params())
                    .forEach((name, argument) -> arguments.put(name, argument(argument, small.containsValue(name))));
            return new FunctionInvocation(
                    function, new NamedFunctionParameters(Map$.MODULE$.from(CollectionConverters.asScala(arguments))));
        }
        if (call instanceof FunctionInvocation invocation
                && invocation.params() instanceof PositionalFunctionParameters positional) {
            List<Exp> arguments = new ArrayList<>();
            for (Exp argument : CollectionConverters.asJava(positional.params())) {
                arguments.add(argument(argument, small.containsKey(arguments.size())));
            }
            return new FunctionInvocation(function, positional(arguments));
        }
        Function<Exp, Exp> each = child -> value(guard(child));
        return Tree.map(call, each);
    }

    private static Exp argument(Exp argument, boolean small) {
        return call(small ? Budget.SMALL : Budget.VALUE, guard(argument));
    }

    private static camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iterators(
            camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iterators) {
        int count = iterators.length();
        if (count > ITEMS_PER_LIST.length) {
            throw new FeelException(Reason.of("feel.reason.lists", ITEMS_PER_LIST.length));
        }
        int limit = ITEMS_PER_LIST[count - 1];
        List<Tuple2<String, Exp>> guarded = new ArrayList<>();
        for (var iterator : CollectionConverters.asJava(iterators)) {
            Exp list = iterator._2() instanceof IterationContext range
                    ? range(range, limit)
                    : call(Budget.ITEMS, guard(iterator._2()), number(limit));
            guarded.add(new Tuple2<>(iterator._1(), list));
        }
        return CollectionConverters.asScala(guarded).toList();
    }

    private static Exp range(IterationContext range, int limit) {
        return call(Budget.RANGE, guard(range.start()), guard(range.end()), number(limit));
    }

    private static Exp number(int value) {
        return new ConstNumber(new camundajar.impl.scala.math.BigDecimal(BigDecimal.valueOf(value)));
    }

    private static Exp value(Exp exp) {
        return call(Budget.VALUE, exp);
    }

    private static Exp call(String function, Exp... arguments) {
        return new FunctionInvocation(function, positional(List.of(arguments)));
    }

    private static PositionalFunctionParameters positional(List<Exp> arguments) {
        return new PositionalFunctionParameters(
                CollectionConverters.asScala(arguments).toList());
    }
}
