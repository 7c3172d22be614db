package org.leadrelay.process;

import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * Variables that a step sets, remembered until the line of its end takes them: a rehearsal of another model needs what
 * steps answered, and the engine forgets it.
 */
public final class StepResults {

    private static final ThreadLocal<@Nullable StepResults> LAST = new ThreadLocal<>();

    private final String instance;
    private final Map<String, @Nullable Object> values = new TreeMap<>();

    private StepResults(String instance) {
        this.instance = instance;
    }

    /** Sets a variable as the result of the step that runs. */
    public static void set(DelegateExecution execution, String name, @Nullable Object value) {
        execution.setVariable(name, value);
        StepResults results = LAST.get();
        if (results == null || !results.instance.equals(execution.getActivityInstanceId())) {
            results = new StepResults(execution.getActivityInstanceId());
            LAST.set(results);
        }
        results.values.put(name, value instanceof Date date ? date.toInstant() : value);
    }

    /** What the step set that ends now, handed out once. */
    public static Map<String, @Nullable Object> take(DelegateExecution execution) {
        StepResults results = LAST.get();
        LAST.remove();
        return results != null && results.instance.equals(execution.getActivityInstanceId())
                ? results.values
                : Map.of();
    }
}
