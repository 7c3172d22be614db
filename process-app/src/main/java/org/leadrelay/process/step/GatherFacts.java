package org.leadrelay.process.step;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.leadrelay.process.ModelContract;
import org.leadrelay.qualification.FactSheet;
import org.springframework.stereotype.Component;

/**
 * {@code ${gatherFacts}}: what the tables may know of the lead, for this transaction only; the
 * engine keeps no copy.
 */
@Component("gatherFacts")
class GatherFacts implements JavaDelegate {

    private final FactSheet factSheet;

    GatherFacts(FactSheet factSheet) {
        this.factSheet = factSheet;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> facts = factSheet.gather(ModelContract.lead(execution), ModelContract.lap(execution));
        execution.setVariable(ModelContract.FACTS, Variables.untypedValue(facts, true));
    }
}
