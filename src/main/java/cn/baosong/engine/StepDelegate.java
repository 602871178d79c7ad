package cn.baosong.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * What a model may call. Concrete delegates are Spring beans named with a verb and a noun ({@code checkRegistration}) and
 * are called by {@code camunda:delegateExpression="${checkRegistration}"}. The beans that extend this class are the whole
 * list: the guard refuses a model that names anything else, and an expression reaches nothing else.
 */
public abstract class StepDelegate implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        run(new Step((ExecutionEntity) execution));
    }

    /** Runs inside the engine's transaction; an exception rolls the whole step back. */
    protected abstract void run(Step step);
}
