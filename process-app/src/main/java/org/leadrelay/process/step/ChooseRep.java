package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.assignment.HandOff;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.lead.Journeys;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.process.StepResults;
import org.springframework.stereotype.Component;

/**
 * {@code ${chooseRep}}: sets {@code repId} to the rep who gets the lead, or to null when none is
 * able.
 */
@ModelStep(sets = {ModelContract.REP_ID, "sameRep"})
@Component("chooseRep")
class ChooseRep implements JavaDelegate {

    private static final String SAME_REP = "sameRep";

    private final HandOffs handOffs;
    private final Journeys journeys;

    ChooseRep(HandOffs handOffs, Journeys journeys) {
        this.handOffs = handOffs;
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID lead = ModelContract.lead(execution);
        boolean verdictSaysSo = Boolean.TRUE.equals(execution.getVariable(SAME_REP));
        String priority = ModelContract.text(execution, ModelContract.PRIORITY);
        HandOff handOff = new HandOff(
                lead,
                ModelContract.lap(execution),
                priority == null ? ModelContract.NORMAL : priority,
                HandOff.skills(ModelContract.text(execution, ModelContract.SKILLS)),
                verdictSaysSo);
        String rep = handOffs.choose(handOff).orElse(null);
        StepResults.set(execution, ModelContract.REP_ID, rep);
        if (rep != null) {
            StepResults.set(execution, SAME_REP, null);
        }
        journeys.owner(lead, rep);
    }
}
