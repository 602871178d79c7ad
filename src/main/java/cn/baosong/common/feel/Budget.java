package cn.baosong.common.feel;

import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.Reason;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * What one evaluation may spend: steps, processor time and the size of values. {@link GuardedTree} puts calls of the
 * functions below into an expression; each evaluation brings a budget of its own to answer them, on the caller's thread,
 * so nothing needs to be stopped from outside.
 *
 * <p>Processor time rather than time on the wall: a pause of the machine is not the expression's fault.
 */
final class Budget implements FunctionProvider {

    static final String VALUE = "#value";
    static final String RANGE = "#range";
    static final String ITEMS = "#items";
    static final String SMALL = "#small";

    /** Of {@link #SMALL}: places behind the point, an exponent, the length of a delimiter. */
    static final int SMALL_LIMIT = 100;

    static final int ITEM_LIMIT = 5_000;
    private static final int NODE_LIMIT = 50_000;
    static final int CHARACTER_LIMIT = 100_000;
    private static final int STEP_LIMIT = 1_000_000;
    private static final int REGEX_STEP_LIMIT = 2_000_000;
    private static final long NANOSECOND_LIMIT = 250_000_000L;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 500;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int stepLimit;
    private final int regexStepLimit;
    private final BoundedRegex regex = new BoundedRegex(this);
    private long start;
    private int steps;
    private int nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
    private int regexSteps;
    private Reason exceeded;

    Budget() {
        this(STEP_LIMIT, REGEX_STEP_LIMIT);
    }

    private Budget(int stepLimit, int regexStepLimit) {
        this.stepLimit = stepLimit;
        this.regexStepLimit = regexStepLimit;
    }

    /** A budget that is plenty where no variable has a value. */
    static Budget small() {
        return new Budget(STEP_LIMIT / 20, REGEX_STEP_LIMIT / 20);
    }

    /** @return what limit was passed, or null */
    Reason exceeded() {
        return exceeded;
    }

    RuntimeException exceed(Reason limit) {
        exceeded = limit;
        return new LimitPassed(limit);
    }

    /** @param cost parts of values made or looked at */
    private void spend(int cost) {
        if (exceeded != null) {
            throw exceed(exceeded);
        }
        steps += cost;
        if (steps > stepLimit) {
            throw exceed(Reason.of("feel.limit.steps", stepLimit));
        }
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
            lookAtTheClock();
        }
    }

    void regexStep() {
        regexSteps++;
        if (regexSteps > regexStepLimit) {
            throw exceed(Reason.of("feel.limit.pattern"));
        }
    }

    private void lookAtTheClock() {
        long now = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        if (start == 0) {
            start = now;
        } else if (now - start > NANOSECOND_LIMIT) {
            throw exceed(Reason.of("feel.limit.time", NANOSECOND_LIMIT / 1_000_000));
        }
    }

    @Override
    public camundajar.impl.scala.collection.immutable.List<ValFunction> getFunctions(String name) {
        return switch (name) {
            case VALUE -> function(List.of("value"), arguments -> value(arguments.get(0)));
            case SMALL -> function(List.of("value"), arguments -> small(arguments.get(0)));
            case RANGE ->
                function(
                        List.of("start", "end", "limit"),
                        arguments -> range(arguments.get(0), arguments.get(1), limit(arguments.get(2))));
            case ITEMS ->
                function(List.of("list", "limit"), arguments -> items(arguments.get(0), limit(arguments.get(1))));
            default -> regex.functions(name);
        };
    }

    @Override
    public Iterable<String> functionNames() {
        return CollectionConverters.asScala(List.<String>of());
    }

    static camundajar.impl.scala.collection.immutable.List<ValFunction> function(
            List<String> parameters, Function<List<Val>, Val> body) {
        return CollectionConverters.asScala(List.of(valFunction(parameters, body)))
                .toList();
    }

    static ValFunction valFunction(List<String> parameters, Function<List<Val>, Val> body) {
        return new ValFunction(
                CollectionConverters.asScala(parameters).toList(),
                arguments -> body.apply(CollectionConverters.asJava(arguments)),
                false);
    }

    static camundajar.impl.scala.collection.immutable.List<ValFunction> none() {
        return List$.MODULE$.empty();
    }

    private static int limit(Val value) {
        return ((ValNumber) value).value().intValue();
    }

    private Val value(Val value) {
        int[] size = new int[2];
        measure(value, size);
        spend(size[0]);
        return value;
    }

    /** Counts what a value holds; parts that are shared count each time, as whoever walks the value meets them. */
    private void measure(Val value, int[] size) {
        size[0]++;
        if (size[0] > NODE_LIMIT) {
            throw exceed(Reason.of("feel.limit.parts", NODE_LIMIT));
        }
        if (value instanceof ValString text) {
            size[1] += text.value().length();
            if (size[1] > CHARACTER_LIMIT || size[1] < 0) {
                throw exceed(Reason.of("feel.limit.characters", CHARACTER_LIMIT));
            }
        } else if (value instanceof ValNumber number) {
            if (!FeelValues.withinBounds(number.value().bigDecimal())) {
                throw exceed(Reason.of("feel.limit.digits"));
            }
        } else if (value instanceof ValList list) {
            int length = 0;
            for (Val item : CollectionConverters.asJava(list.items())) {
                if (++length > ITEM_LIMIT) {
                    throw exceed(Reason.of("feel.limit.items", ITEM_LIMIT));
                }
                measure(item, size);
            }
        } else if (value instanceof ValContext context) {
            var variables = context.context().variableProvider();
            for (String key : CollectionConverters.asJavaCollection(variables.keys())) {
                // Plain values came from outside, whole; only what the expression made can grow.
                if (variables.getVariable(key).get() instanceof Val entry) {
                    measure(entry, size);
                }
            }
        }
    }

    private Val small(Val value) {
        spend(1);
        if (value instanceof ValNumber number
                && number.value().bigDecimal().abs().compareTo(BigDecimal.valueOf(SMALL_LIMIT)) > 0) {
            throw exceed(Reason.of("feel.limit.places", SMALL_LIMIT));
        }
        if (value instanceof ValString text && text.value().length() > SMALL_LIMIT) {
            throw exceed(Reason.of("feel.limit.delimiter", SMALL_LIMIT));
        }
        return value;
    }

    private Val range(Val start, Val end, int limit) {
        if (!(start instanceof ValNumber from) || !(end instanceof ValNumber to)) {
            return new ValError("a range is from a number to a number");
        }
        BigDecimal first = from.value().bigDecimal();
        BigDecimal last = to.value().bigDecimal();
        boolean up = first.compareTo(last) < 0;
        BigDecimal distance = last.subtract(first).abs();
        if (distance.compareTo(BigDecimal.valueOf(limit)) >= 0) {
            throw exceed(Reason.of("feel.limit.range", limit));
        }
        BigDecimal step = up ? BigDecimal.ONE : BigDecimal.ONE.negate();
        List<Val> numbers = new ArrayList<>();
        BigDecimal next = first;
        for (int i = 0; i <= distance.intValue(); i++) {
            numbers.add(new ValNumber(new camundajar.impl.scala.math.BigDecimal(next)));
            next = next.add(step);
        }
        spend(numbers.size());
        return FeelValues.list(numbers);
    }

    private Val items(Val value, int limit) {
        if (value instanceof ValList list && list.items().length() > limit) {
            throw exceed(Reason.of("feel.limit.iteration", limit));
        }
        return value(value);
    }

    /** Ends the evaluation; carries no trace, since it tells of the expression and not of this code. */
    private static final class LimitPassed extends RuntimeException {
        LimitPassed(Reason limit) {
            super(limit.toString(), null, false, false);
        }
    }
}
