package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.leadrelay.process.Model;
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
        var facts = factSheet.gather(Model.lead(execution), Model.lap(execution));
        execution.setVariable(Model.FACTS, Variables.untypedValue(facts, true));
    }
}
