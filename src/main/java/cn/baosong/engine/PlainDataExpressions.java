package cn.baosong.engine;

import java.lang.reflect.Method;
import java.util.HashMap;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.springframework.context.ApplicationContext;

/**
 * Expressions at run time: variables, paths into plain data, and the listed delegates. No methods (the profile does not
 * even parse them), no functions, no other bean: what slipped past the guard still reaches nothing.
 */
final class PlainDataExpressions extends SpringExpressionManager {

    private final DelegateBeans delegates;

    PlainDataExpressions(ApplicationContext context, DelegateBeans delegates) {
        super(context, new HashMap<>());
        this.delegates = delegates;
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
    }

    @Override
    protected ELResolver createElResolver() {
        return new PlainDataResolver(delegates);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String localName) {
                return null;
            }
        };
    }
}
