package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.process.StepResults;
import org.leadrelay.qualification.Readiness;
import org.springframework.stereotype.Component;

/**
 * {@code ${checkReachable}}: sets {@code reachable}, true for a complete lead with at least one
 * permitted channel.
 */
@ModelStep(sets = "reachable")
@Component("checkReachable")
class CheckReachable implements JavaDelegate {

    private final Readiness readiness;

    CheckReachable(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StepResults.set(
                execution,
                "reachable",
                readiness.check(ModelContract.lead(execution)).ready());
    }
}
