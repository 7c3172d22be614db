package org.leadrelay.process.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * Strategy that resolves one kind of name in a model's expressions. It knows nothing of the engine's expression library: only
 * {@link SafeExpressions} and {@link ReadOnlyResolver} do, and a fork of the engine has another one.
 */
interface ExpressionNames {

    /** What a name means; null is an answer too. */
    record Meaning(@Nullable Object value) {}

    /**
     * @param base what stands before the dot, or null for a name without one
     * @param scope the execution or task whose expression is read, or null without any
     * @return null when the name is of another kind
     */
    @Nullable
    Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope);
}
