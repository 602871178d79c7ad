package cn.baosong.common.feel;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValTime;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Plain values in and out. Numbers are {@link BigDecimal}s both ways, where the engine's own mapper would make doubles of
 * them; maps are read lazily; an object that is no plain value is refused, where the engine would open its getters.
 */
final class FeelValues extends JavaCustomValueMapper {

    /** Before the engine's own mappers. */
    private static final int PRIORITY = 100;

    /** Digits before or behind the point. A number beyond is an accident, and writing it out costs memory. */
    private static final int DIGITS = 1000;

    /**
     * These values before those of the engine. The engine's own way of asking one mapper after the other throws an
     * exception for every value it has found.
     */
    static ValueMapper before(CustomValueMapper engine) {
        FeelValues own = new FeelValues();
        ValueMapper rest = new ValueMapper.CompositeValueMapper(
                CollectionConverters.asScala(List.of(own, engine)).toList());
        return new ValueMapper() {
            @Override
            public Val toVal(Object value) {
                Val val = value == null ? null : value(value, this::toVal);
                return val == null ? rest.toVal(value) : val;
            }

            @Override
            public Object unpackVal(Val value) {
                if (value instanceof ValBoolean truth) {
                    return truth.value();
                }
                return own.unpackValue(value, this::unpackVal).orElseGet(() -> rest.unpackVal(value));
            }
        };
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
        return value == null ? Optional.empty() : Optional.ofNullable(value(value, inner));
    }

    private static Val value(Object value, Function<Object, Val> inner) {
        if (value instanceof Val val) {
            return val;
        }
        if (value instanceof String text) {
            return new ValString(text);
        }
        if (value instanceof Boolean truth) {
            return new ValBoolean(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return new ValContext(new MapContext(map));
        }
        if (value instanceof Collection<?> items) {
            List<Val> values = new ArrayList<>(items.size());
            for (Object item : items) {
                values.add(inner.apply(item));
            }
            return list(values);
        }
        if (value instanceof Enum<?> constant) {
            return new ValString(constant.name());
        }
        Val moment = moment(value);
        if (moment != null) {
            return moment;
        }
        if (value.getClass().getName().startsWith("camundajar.impl.scala.")
                || value.getClass().getName().startsWith("org.camunda.feel.")) {
            // What a function of the engine returned; the engine's own mapper knows it.
            return null;
        }
        throw new IllegalArgumentException("a value of " + value.getClass().getName() + " cannot be used in FEEL");
    }

    private static Val moment(Object value) {
        if (value instanceof LocalDate date) {
            return new ValDate(date);
        }
        if (value instanceof LocalDateTime dateTime) {
            return new ValLocalDateTime(dateTime);
        }
        if (value instanceof LocalTime time) {
            return new ValLocalTime(time);
        }
        if (value instanceof ZonedDateTime dateTime) {
            return new ValDateTime(dateTime);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return new ValDateTime(dateTime.toZonedDateTime());
        }
        if (value instanceof Duration duration) {
            return new ValDayTimeDuration(duration);
        }
        if (value instanceof Period period) {
            return new ValYearMonthDuration(period);
        }
        return null;
    }

    private static Val number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is no number of FEEL");
            }
            return number(new BigDecimal(number.toString()));
        }
        if (number instanceof BigDecimal decimal) {
            return number(decimal);
        }
        if (number instanceof BigInteger integer) {
            return number(new BigDecimal(integer));
        }
        if (number instanceof camundajar.impl.scala.math.BigDecimal decimal) {
            return number(decimal.bigDecimal());
        }
        return number(BigDecimal.valueOf(number.longValue()));
    }

    private static Val number(BigDecimal decimal) {
        return new ValNumber(new camundajar.impl.scala.math.BigDecimal(bounded(decimal)));
    }

    static BigDecimal bounded(BigDecimal decimal) {
        if (!withinBounds(decimal)) {
            throw new IllegalArgumentException("a number of more than " + DIGITS + " digits");
        }
        return decimal;
    }

    static boolean withinBounds(BigDecimal decimal) {
        return Math.abs((long) decimal.scale()) <= DIGITS && decimal.precision() <= DIGITS;
    }

    static ValList list(List<Val> values) {
        return new ValList(CollectionConverters.asScala(values).toList());
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
        if (value instanceof ValNumber number) {
            return Optional.of(bounded(number.value().bigDecimal()));
        }
        if (value instanceof ValList list) {
            List<Object> items = new ArrayList<>();
            for (Val item : CollectionConverters.asJava(list.items())) {
                items.add(inner.apply(item));
            }
            return Optional.of(Collections.unmodifiableList(items));
        }
        if (value instanceof ValContext context) {
            return Optional.of(entries(context.context(), inner));
        }
        if (value instanceof ValTime time) {
            return Optional.of(time.value().toOffsetTime());
        }
        if (value instanceof ValFunction || value instanceof ValRange) {
            throw new IllegalArgumentException("the result is no plain value but " + value);
        }
        return Optional.empty();
    }

    private Map<String, Object> entries(Context context, Function<Val, Object> inner) {
        Map<String, Object> entries = new LinkedHashMap<>();
        VariableProvider variables = context.variableProvider();
        for (String key : CollectionConverters.asJavaCollection(variables.keys())) {
            Object entry = variables.getVariable(key).get();
            // What is no FEEL value yet came in as a plain one and goes out the same way it would from any other place.
            Val val = entry == null ? null : toValue(entry, this::nested).orElse(null);
            entries.put(key, val == null ? null : inner.apply(val));
        }
        return Collections.unmodifiableMap(entries);
    }

    private Val nested(Object value) {
        return toValue(value, this::nested).orElse(ValNull$.MODULE$);
    }

    /** Reads a map entry by entry, as an expression asks for it; a form of some hundred values is not copied for each. */
    static final class MapContext extends CustomContext {

        private final Map<?, ?> map;

        MapContext(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        public VariableProvider variableProvider() {
            return new MapVariables(map);
        }
    }

    record MapVariables(Map<?, ?> map) implements VariableProvider {

        @Override
        public Option<Object> getVariable(String name) {
            Object value = map.get(name);
            return value == null && !map.containsKey(name) ? Option.empty() : Some.apply(value);
        }

        @Override
        public Iterable<String> keys() {
            List<String> keys = new ArrayList<>(map.size());
            for (Object key : map.keySet()) {
                keys.add(String.valueOf(key));
            }
            return CollectionConverters.asScala(keys);
        }

        @Override
        public camundajar.impl.scala.collection.immutable.Map<String, Object> getVariables() {
            Map<String, Object> variables = new LinkedHashMap<>();
            map.forEach((key, value) -> variables.put(String.valueOf(key), value));
            return Map$.MODULE$.from(CollectionConverters.asScala(variables));
        }
    }
}
