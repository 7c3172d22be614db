package org.leadrelay.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * Expression resolver of process variables; the engine's own objects, through which a model could act, are none
 * of them.
 */
class VariablesResolver implements ExpressionNames {

    private static final Set<String> REFUSED = Set.of("execution", "task", "externalTask", "caseExecution");

    @Override
    public @Nullable Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope) {
        if (base != null || scope == null || REFUSED.contains(name) || !scope.hasVariable(name)) {
            return null;
        }
        return new Meaning(scope.getVariable(name));
    }
}
