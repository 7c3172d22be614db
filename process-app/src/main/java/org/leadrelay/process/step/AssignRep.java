package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.lead.Journeys;
import org.leadrelay.platform.Invalid;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.process.StepResults;
import org.springframework.stereotype.Component;

/**
 * {@code ${assignRep}}: gives the lead to the rep whom the sales manager named in the field {@code
 * rep}.
 */
@ModelStep(sets = ModelContract.REP_ID, errors = ModelContract.REP_UNAVAILABLE)
@Component("assignRep")
class AssignRep implements JavaDelegate {

    private final HandOffs handOffs;
    private final Journeys journeys;

    AssignRep(HandOffs handOffs, Journeys journeys) {
        this.handOffs = handOffs;
        this.journeys = journeys;
    }

    /**
     * @throws IllegalStateException when the form before it named nobody
     * @throws BpmnError {@link ModelContract#REP_UNAVAILABLE} when the rep has left since; nothing else of
     *     the transaction is lost
     */
    @Override
    public void execute(DelegateExecution execution) {
        UUID lead = ModelContract.lead(execution);
        String rep = ModelContract.text(execution, "rep");
        if (rep == null) {
            throw new IllegalStateException(
                    execution.getCurrentActivityId() + ": no rep was named; the form before it needs the field rep");
        }
        try {
            handOffs.assign(lead, ModelContract.lap(execution), rep);
        } catch (Invalid left) {
            throw new BpmnError(ModelContract.REP_UNAVAILABLE, left.detail());
        }
        StepResults.set(execution, ModelContract.REP_ID, rep);
        journeys.owner(lead, rep);
    }
}
