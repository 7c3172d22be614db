package org.leadrelay.process.engine;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expression sandbox: no method calls, no functions, no bean properties. A name means a registered bean first,
 * then {@code due} and {@code remind}, then a process variable, so that no variable can pose as a bean.
 */
class SafeExpressions extends JuelExpressionManager {

    private final ExpressionNames registered;
    private final ExpressionNames deadlines;

    SafeExpressions(ExpressionNames registered, ExpressionNames deadlines) {
        this.registered = registered;
        this.deadlines = deadlines;
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new ReadOnlyResolver(registered));
        resolver.add(new ReadOnlyResolver(deadlines));
        resolver.add(new ReadOnlyResolver(new VariablesResolver()));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /**
     * The engine registers {@code now()}, {@code currentUser()} and the like: a model gets none of
     * them.
     */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String localName) {
                return null;
            }
        };
    }
}
