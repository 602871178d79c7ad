package cn.baosong.common.feel;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine, with its functions made once. The engine itself makes every built-in function anew and validates the tree
 * again for each evaluation, which costs many times what a cell of a decision table does.
 */
final class ReadyEngine extends FeelEngine {

    private final FunctionProvider functions;
    private final FeelInterpreter interpreter;

    /** @param functions the built-in ones and ours */
    ReadyEngine(FunctionProvider functions, ValueMapper mapper, FeelEngineClock clock) {
        super(functions, mapper, new Configuration(false), clock);
        this.functions = functions;
        this.interpreter = new FeelInterpreter(mapper);
    }

    /** What was parsed here was validated then. */
    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context context) {
        EvalContext all = EvalContext.create(valueMapper(), functions).merge(context);
        try {
            Val value = interpreter.eval(expression.expression(), all);
            List<EvaluationFailure> failures = all.failureCollector().failures();
            for (EvaluationFailure failure : CollectionConverters.asJava(failures)) {
                if (failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                    return failed(expression, failure.failureMessage(), failures);
                }
            }
            if (value instanceof ValError error) {
                return failed(expression, error.error(), failures);
            }
            if (value instanceof ValFatalError error) {
                return failed(expression, error.error(), failures);
            }
            return new SuccessfulEvaluationResult(valueMapper().unpackVal(value), failures);
        } catch (RuntimeException failure) {
            return failed(expression, failure.toString(), all.failureCollector().failures());
        }
    }

    private static EvaluationResult failed(
            ParsedExpression expression, String cause, List<EvaluationFailure> suppressed) {
        return new FailedEvaluationResult(
                new Failure("failed to evaluate expression '" + expression.text() + "': " + cause), suppressed);
    }
}
