package org.leadrelay.process.engine;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.Promises;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@code ${due.answerHandOff}} and {@code ${remind.answerHandOff}}: reading one opens the promise
 * of that clause for the lead at hand if none is open, and gives its instant. Reading twice gives
 * the same instant.
 */
@Component
class DeadlinesResolver implements ExpressionNames {

    private enum Side {
        DUE,
        REMIND
    }

    private final Supplier<Promises> promises;

    DeadlinesResolver(ObjectProvider<Promises> promises) {
        this.promises = SingletonSupplier.of(promises::getObject);
    }

    @Override
    public @Nullable Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope) {
        if (base instanceof Side side) {
            return new Meaning(Date.from(read(side, name, scope)));
        }
        if (base != null) {
            return null;
        }
        return switch (name) {
            case "due" -> new Meaning(Side.DUE);
            case "remind" -> new Meaning(Side.REMIND);
            default -> null;
        };
    }

    private Instant read(Side side, String clause, @Nullable VariableScope scope) {
        ExecutionEntity execution = execution(scope, clause);
        UUID lead = ModelContract.lead(execution);
        String priority = ModelContract.text(execution, ModelContract.PRIORITY);
        String element = execution.getCurrentActivityId();
        String rep = ModelContract.text(execution, ModelContract.REP_ID);
        if (side == Side.DUE) {
            return promises.get().due(lead, clause, priority, element, rep);
        }
        Instant remind = promises.get().remind(lead, clause, priority, element, rep);
        // the engine takes neither null nor an Instant for "no reminder"
        return remind == null ? Promises.NEVER : remind;
    }

    private static ExecutionEntity execution(@Nullable VariableScope scope, String clause) {
        if (scope instanceof ExecutionEntity execution) {
            return execution;
        }
        if (scope instanceof TaskEntity task) {
            return task.getExecution();
        }
        throw new IllegalStateException(
                "the deadline " + clause + " stands where no lead is at hand: use it in a timer or a due date");
    }
}
