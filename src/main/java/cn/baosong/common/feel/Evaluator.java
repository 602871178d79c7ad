package cn.baosong.common.feel;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import cn.baosong.common.Reason;
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Evaluates syntax trees. Goes to the interpreter itself: the engine's front makes all built-in functions anew for every
 * evaluation, which takes twenty times as long as a usual rule does.
 */
final class Evaluator {

    /** Under this name the engine looks for the input of a test. */
    private static final String INPUT = "cellInput";

    private static final Reason TOO_DEEP = Reason.of("feel.limit.deep");

    private final FeelInterpreter interpreter;
    private final ValueMapper mapper;
    private final Map<String, camundajar.impl.scala.collection.immutable.List<ValFunction>> functions = new HashMap<>();

    Evaluator(ValueMapper mapper, FunctionProvider functions) {
        this.interpreter = new FeelInterpreter(mapper);
        this.mapper = mapper;
        for (String name : CollectionConverters.asJavaCollection(functions.functionNames())) {
            this.functions.put(name, functions.getFunctions(name));
        }
    }

    Object evaluate(String text, Exp expression, Map<String, ?> variables) {
        return run(text, expression, new FeelValues.MapVariables(variables));
    }

    Object test(String text, Exp tests, Object input, Map<String, ?> variables) {
        return run(text, tests, new WithInput(input, new FeelValues.MapVariables(variables)));
    }

    private Object run(String text, Exp expression, VariableProvider variables) {
        Budget budget = new Budget();
        EvalContext context =
                new EvalContext(mapper, variables, new Functions(functions, budget), new EvaluationFailureCollector());
        // The interpreter would end at the sign of an interruption and swallow it; this is short, so it is finished.
        boolean interrupted = Thread.interrupted();
        try {
            Val result = interpreter.eval(expression, context);
            if (budget.exceeded() != null) {
                // Sorting, for one, swallows what its comparison throws.
                throw passed(text, budget);
            }
            if (result instanceof ValError error) {
                throw unusable(text, error.error(), null);
            }
            if (result instanceof ValFatalError error) {
                throw unusable(text, error.error(), null);
            }
            return mapper.unpackVal(result);
        } catch (FeelException known) {
            throw known;
        } catch (StackOverflowError tooDeep) {
            throw new FeelException(Reason.of("feel.reason.makes", text, TOO_DEEP));
        } catch (Exception failure) {
            interrupted |= failure instanceof InterruptedException;
            throw budget.exceeded() == null ? unusable(text, failure.getMessage(), failure) : passed(text, budget);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return the limit that is passed although no variable has a value; null where none is */
    Reason passedWithoutValues(Exp expression) {
        Budget budget = Budget.small();
        EvalContext context = new EvalContext(
                mapper,
                new WithInput(null, new FeelValues.MapVariables(Map.of())),
                new Functions(functions, budget),
                new EvaluationFailureCollector());
        boolean interrupted = Thread.interrupted();
        try {
            interpreter.eval(expression, context);
        } catch (StackOverflowError tooDeep) {
            return TOO_DEEP;
        } catch (Exception failure) {
            // Missing values make many an expression fail; only what it would cost matters here.
            interrupted |= failure instanceof InterruptedException;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return budget.exceeded();
    }

    private static FeelException passed(String text, Budget budget) {
        return new FeelException(Reason.of("feel.reason.makes", text, budget.exceeded()));
    }

    /** @param said by the engine, in its own words */
    private static FeelException unusable(String text, String said, Throwable cause) {
        return new FeelException(Reason.of("feel.reason.evaluate", text, String.valueOf(said)), cause);
    }

    private record WithInput(Object input, VariableProvider variables) implements VariableProvider {

        @Override
        public Option<Object> getVariable(String name) {
            return name.equals(INPUT) ? Some.apply(input) : variables.getVariable(name);
        }

        @Override
        public Iterable<String> keys() {
            return variables.keys();
        }
    }

    private record Functions(
            Map<String, camundajar.impl.scala.collection.immutable.List<ValFunction>> byName, Budget budget)
            implements FunctionProvider {

        @Override
        public camundajar.impl.scala.collection.immutable.List<ValFunction> getFunctions(String name) {
            var known = byName.get(name);
            return known == null ? budget.getFunctions(name) : known;
        }

        @Override
        public Iterable<String> functionNames() {
            return CollectionConverters.asScala(byName.keySet());
        }
    }
}
