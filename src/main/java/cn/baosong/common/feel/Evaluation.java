package cn.baosong.common.feel;

import java.util.Map;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;

/** One evaluation: the variables given, and a budget to spend. */
final class Evaluation {

    private Evaluation() {}

    static Object run(String text, Map<String, ?> variables, Function<Context, EvaluationResult> evaluate) {
        Budget budget = new Budget();
        EvaluationResult result;
        // The engine would end at the sign of an interruption and swallow it; what is so short may as well be finished.
        boolean interrupted = Thread.interrupted();
        try {
            result = evaluate.apply(new Scope(variables, budget));
        } catch (StackOverflowError tooDeep) {
            throw new FeelException("'" + text + "' goes too deep");
        } catch (Exception failure) {
            interrupted |= failure instanceof InterruptedException;
            throw new FeelException("'" + text + "' was not evaluated", failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (budget.exceeded() != null) {
            throw new FeelException("'" + text + "' makes " + budget.exceeded());
        }
        if (result.isFailure()) {
            throw new FeelException(result.failure().message());
        }
        return result.result();
    }

    private static final class Scope extends CustomContext {

        private final VariableProvider variables;
        private final Budget budget;

        Scope(Map<String, ?> variables, Budget budget) {
            this.variables = new FeelValues.MapVariables(variables);
            this.budget = budget;
        }

        @Override
        public VariableProvider variableProvider() {
            return variables;
        }

        @Override
        public FunctionProvider functionProvider() {
            return budget;
        }
    }
}
