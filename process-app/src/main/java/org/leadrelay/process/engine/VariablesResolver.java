package org.leadrelay.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;

/**
 * Expression resolver of process variables; the engine's own objects, through which a model could act, are none
 * of them.
 */
class VariablesResolver implements ExpressionNames {

    private static final Set<String> REFUSED = Set.of("execution", "task", "externalTask", "caseExecution");

    @Override
    public @Nullable Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope) {
        if (base != null || scope == null || REFUSED.contains(name)) {
            return null;
        }
        Object value = scope.getVariable(name);
        return value != null || ModelContract.UNANSWERED.contains(name) || scope.hasVariable(name)
                ? new Meaning(value)
                : null;
    }
}
