package cn.baosong.common.feel;

import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Reason;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Reads FEEL. What is compiled here may be kept and evaluated by any number of threads. Values are plain Java: {@code
 * String}, {@code BigDecimal} (any {@code Number} is taken), {@code Boolean}, {@code java.time}, {@code List}, {@code
 * Map}, null.
 *
 * <p>Limits, beyond which a {@link FeelException} ends compiling or evaluating: {@value #LENGTH_LIMIT} characters,
 * brackets {@value #DEPTH_LIMIT} deep, {@value #LOOP_LIMIT} loops, iterations over at most 5000 items, a million steps, 250
 * ms of processor time, and so many steps of a pattern. No Java can be called.
 */
public final class Feel {

    static final int LENGTH_LIMIT = 4_000;

    /** The engine's parser takes time exponential in the depth, before it says that it cannot read a text. */
    static final int DEPTH_LIMIT = 10;

    static final int LOOP_LIMIT = 6;

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`", Pattern.DOTALL);
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|some|every|function)\\b");
    private static final Pattern PARSER_POSITION = Pattern.compile(":(\\d+):(\\d+), found");

    private final FunctionProvider functions;
    private final FeelEngineApi parser;
    private final Evaluator evaluator;
    private final Reading reading;

    /**
     * @param lists answers {@code codeAttribute}
     * @param clock answers {@code today()} and {@code now()}
     */
    public Feel(CodeLists lists, Clock clock) {
        ValueMapper mapper = FeelValues.before(new JavaValueMapper());
        FeelEngineClock now = () -> clock.instant().atZone(clock.getZone());
        functions = new FunctionProvider.CompositeFunctionProvider(CollectionConverters.asScala(
                        List.of(new BuiltinFunctions(now, mapper), custom(new FeelFunctions(lists), mapper)))
                .toList());
        parser = new FeelEngineApi(new FeelEngine(functions, mapper, new FeelEngine.Configuration(false), now));
        evaluator = new Evaluator(mapper, functions);
        reading = null;
    }

    private Feel(Feel other, Reading reading) {
        this.functions = other.functions;
        this.parser = other.parser;
        this.evaluator = other.evaluator;
        this.reading = reading;
    }

    /**
     * @param longest processor time that reading all expressions together may take, in whole seconds
     * @return FEEL for looking at files that somebody hands in, on this thread and now: it also refuses an expression that
     *     passes a limit although no variable has a value, such as a loop over a million numbers
     */
    public Feel strict(Duration longest) {
        return new Feel(this, new Reading(longest));
    }

    private static FunctionProvider custom(FeelFunctions functions, ValueMapper mapper) {
        Map<String, camundajar.impl.scala.collection.immutable.List<ValFunction>> provided = new LinkedHashMap<>();
        for (FeelFunctions.FeelFunction function : functions.all()) {
            provided.put(function.name(), Budget.function(function.parameters(), arguments -> {
                List<Object> plain = new ArrayList<>();
                for (Val argument : arguments) {
                    plain.add(mapper.unpackVal(argument));
                }
                return mapper.toVal(function.body().apply(plain));
            }));
        }
        return new FunctionProvider.StaticFunctionProvider(Map$.MODULE$.from(CollectionConverters.asScala(provided)));
    }

    /**
     * @param text an expression, with or without the leading {@code =} that forms write
     * @throws FeelException where it cannot be read, calls a function that does not exist, or is beyond the limits
     */
    public FeelExpression compile(String text) {
        String expression = text.strip().startsWith("=") ? text.strip().substring(1) : text;
        checkText(expression);
        ParsedExpression parsed = parsed(parser.parseExpression(expression), expression);
        return new FeelExpression(evaluator, text, tried(expression, guarded(parsed, false)), names(parsed));
    }

    /**
     * @param text unary tests, as a cell of a decision table holds them; empty or {@code -} for any
     * @throws FeelException as {@link #compile}
     */
    public FeelTests compileTests(String text) {
        String tests = text.isBlank() ? "-" : text.strip();
        checkText(tests);
        ParsedExpression parsed = parsed(parser.parseUnaryTests(tests), tests);
        return new FeelTests(evaluator, text, tried(tests, guarded(parsed, true)), names(parsed));
    }

    private Exp tried(String text, Exp guarded) {
        if (reading != null) {
            Reason passed = evaluator.passedWithoutValues(guarded);
            if (passed != null) {
                throw new FeelException(Reason.of("feel.reason.makes", text, passed));
            }
        }
        return guarded;
    }

    private Set<String> names(ParsedExpression parsed) {
        return Names.of(parsed.expression(), functions);
    }

    private static Exp guarded(ParsedExpression parsed, boolean tests) {
        return GuardedTree.of(parsed.expression(), tests);
    }

    private static ParsedExpression parsed(ParseResult result, String text) {
        if (result.isSuccess()) {
            return result.parsedExpression();
        }
        String message = result.failure().message();
        Reason reason = Reason.of("feel.reason.unreadable", message);
        Matcher position = PARSER_POSITION.matcher(message);
        throw position.find()
                ? new FeelException(reason, offset(text, position.group(1), position.group(2)))
                : new FeelException(reason);
    }

    /** The parser counts lines and columns from 1. */
    private static int offset(String text, String line, String column) {
        int offset = 0;
        for (int i = 1; i < Integer.parseInt(line); i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return Math.min(text.length(), offset + Integer.parseInt(column) - 1);
    }

    private void checkText(String text) {
        if (reading != null) {
            reading.goOn();
        }
        if (text.isBlank()) {
            throw new FeelException(Reason.of("feel.reason.empty"), 0);
        }
        if (text.length() > LENGTH_LIMIT) {
            throw new FeelException(Reason.of("feel.reason.characters", LENGTH_LIMIT), LENGTH_LIMIT);
        }
        // Strings become as many blanks, so that places stay the same.
        String bare = STRING.matcher(text).replaceAll(match -> " ".repeat(match.end() - match.start()));
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char character = bare.charAt(i);
            if ("([{".indexOf(character) >= 0 && ++depth > DEPTH_LIMIT) {
                throw new FeelException(Reason.of("feel.reason.deep", DEPTH_LIMIT), i);
            }
            if (")]}".indexOf(character) >= 0) {
                depth--;
            }
        }
        Matcher loop = LOOP.matcher(bare);
        for (int count = 0; loop.find(); ) {
            if (++count > LOOP_LIMIT) {
                throw new FeelException(Reason.of("feel.reason.loops", LOOP_LIMIT), loop.start());
            }
        }
    }

    /** How long a strict reading has taken, in processor time of its thread. */
    private static final class Reading {

        private final Duration longest;
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long start = now();

        Reading(Duration longest) {
            this.longest = longest;
        }

        private long now() {
            return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
        }

        void goOn() {
            if (now() - start > longest.toNanos()) {
                throw new FeelException(Reason.of("feel.reason.long", longest.toSeconds()));
            }
        }
    }
}
