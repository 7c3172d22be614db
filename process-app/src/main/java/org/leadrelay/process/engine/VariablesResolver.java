package org.leadrelay.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/**
 * Process variables by name; the engine's own objects, through which a model could act, are none of
 * them.
 */
class VariablesResolver extends ReadOnlyResolver {

    private static final Set<String> REFUSED = Set.of("execution", "task", "externalTask", "caseExecution");

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name) || REFUSED.contains(name)) {
            return null;
        }
        if (context.getContext(VariableScope.class) instanceof VariableScope scope && scope.hasVariable(name)) {
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
        return null;
    }
}
