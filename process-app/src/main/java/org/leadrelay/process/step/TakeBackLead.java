package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.lead.Journeys;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.process.StepResults;
import org.springframework.stereotype.Component;

/** {@code ${takeBackLead}}: takes an unanswered lead from its rep and sets {@code triesLeft}. */
@ModelStep(sets = {"triesLeft", ModelContract.REP_ID})
@Component("takeBackLead")
class TakeBackLead implements JavaDelegate {

    private final HandOffs handOffs;
    private final Journeys journeys;

    TakeBackLead(HandOffs handOffs, Journeys journeys) {
        this.handOffs = handOffs;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID lead = ModelContract.lead(execution);
        String rep = ModelContract.text(execution, ModelContract.REP_ID);
        boolean left = rep == null || handOffs.takeBack(lead, ModelContract.lap(execution), rep);
        StepResults.set(execution, "triesLeft", left);
        StepResults.set(execution, ModelContract.REP_ID, null);
        journeys.owner(lead, null);
    }
}
