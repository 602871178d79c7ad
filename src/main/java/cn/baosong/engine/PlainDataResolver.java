package cn.baosong.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;

/**
 * Resolves a first name to a listed delegate or a variable, and a further name only inside a map of plain data. {@code
 * execution} is no execution here: it knows one thing, the business key that a call activity hands over.
 */
final class PlainDataResolver extends ELResolver {

    private record BusinessKeyOnly(String processBusinessKey) {}

    private final DelegateBeans delegates;

    PlainDataResolver(DelegateBeans delegates) {
        this.delegates = delegates;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Object value = base == null ? first(context, String.valueOf(property)) : further(base, property);
        context.setPropertyResolved(true);
        return value;
    }

    private Object first(ELContext context, String name) {
        // Delegates come first, so that no variable can stand in for one.
        if (delegates.names().contains(name)) {
            return delegates.get(name);
        }
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            if (name.equals("execution") && scope instanceof ExecutionEntity execution) {
                return new BusinessKeyOnly(execution.getProcessBusinessKey());
            }
            if (scope.hasVariable(name)) {
                return scope.getVariable(name);
            }
            if (name.endsWith(Pins.SUFFIX) && scope instanceof ExecutionEntity execution) {
                return pin(execution, name);
            }
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables
                && variables.containsVariable(name)) {
            TypedValue value = variables.resolve(name);
            return value == null ? null : value.getValue();
        }
        throw new PropertyNotFoundException("no variable " + name);
    }

    /** Pins are set on the root instance; what a called process calls in turn looks upwards for its own. */
    private static Object pin(ExecutionEntity execution, String name) {
        ExecutionEntity caller = execution.getProcessInstance().getSuperExecution();
        while (caller != null) {
            if (caller.hasVariable(name)) {
                return caller.getVariable(name);
            }
            caller = caller.getProcessInstance().getSuperExecution();
        }
        throw new PropertyNotFoundException("no pinned version " + name + ": was the process started by its revision?");
    }

    private static Object further(Object base, Object property) {
        if (base instanceof BusinessKeyOnly key && "processBusinessKey".equals(property)) {
            return key.processBusinessKey();
        }
        if (base instanceof Map<?, ?> map && base.getClass().getName().startsWith("java.util.")) {
            return map.get(property);
        }
        throw new PropertyNotFoundException("an expression may not read " + property + " here");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        throw new MethodNotFoundException("an expression may not call " + method);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("an expression may not write " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
