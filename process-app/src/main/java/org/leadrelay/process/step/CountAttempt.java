package org.leadrelay.process.step;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.nurture.Attempt;
import org.leadrelay.nurture.Attempts;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.process.StepResults;
import org.springframework.stereotype.Component;

/**
 * {@code ${countAttempt}}: counts an attempt that did not reach the buyer and sets {@code
 * attemptsLeft} and {@code nextAttemptAt}; when none is left, {@code notReadyReason} says so.
 */
@ModelStep(sets = {"attemptsLeft", "nextAttemptAt", "notReadyReason"})
@Component("countAttempt")
class CountAttempt implements JavaDelegate {

    private static final String NO_CONTACT = "noContact";

    private final Attempts attempts;

    CountAttempt(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Attempt next = attempts.next(ModelContract.lead(execution), ModelContract.lap(execution));
        Instant at = next.nextAt();
        StepResults.set(execution, "attemptsLeft", next.left());
        StepResults.set(execution, "nextAttemptAt", at == null ? null : Date.from(at));
        if (!next.left()) {
            StepResults.set(execution, "notReadyReason", NO_CONTACT);
        }
    }
}
