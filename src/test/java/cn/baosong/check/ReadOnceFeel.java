package cn.baosong.check;

import camundajar.impl.scala.util.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Camunda's own FEEL, which reads each text once and makes its functions once, instead of at every evaluation: that is
 * four fifths of what it does.
 */
@SuppressWarnings("deprecation") // reading apart from evaluating is what its newer methods do
final class ReadOnceFeel extends ScalaFeelEngine {

    private static final FeelEngineClock CLOCK = FeelEngineClock.SystemClock$.MODULE$;

    ReadOnceFeel(List<FeelCustomFunctionProvider> functions) {
        super(functions);
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        var all = new FunctionProvider.CompositeFunctionProvider(
                toScalaList(new BuiltinFunctions(CLOCK, values), functions));
        return new Remembering(functions, all, values);
    }

    private static final class Remembering extends FeelEngine {

        private static final Method EVALUATION = evaluation();

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> unaryTests = new ConcurrentHashMap<>();
        private final FunctionProvider all;

        Remembering(FunctionProvider ours, FunctionProvider all, ValueMapper values) {
            super(ours, values, new Configuration(false), CLOCK);
            this.all = all;
        }

        private static Method evaluation() {
            try {
                var evaluation = FeelEngine.class.getDeclaredMethod("eval", ParsedExpression.class, EvalContext.class);
                evaluation.setAccessible(true);
                return evaluation;
            } catch (NoSuchMethodException anotherVersion) {
                throw new IllegalStateException(anotherVersion);
            }
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.computeIfAbsent(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return unaryTests.computeIfAbsent(text, super::parseUnaryTests);
        }

        /** As it does, but with the functions made before; what it makes of a failure is left to it. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
            try {
                var context = EvalContext.create(valueMapper(), all).merge(variables);
                return (EvaluationResult) EVALUATION.invoke(this, expression, context);
            } catch (InvocationTargetException failed) {
                return super.evaluate(expression, variables);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
