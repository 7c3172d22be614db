package org.leadrelay.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.leadrelay.assignment.WaitingLeads;
import org.springframework.stereotype.Component;

/** Lets one lead that waits for a rep go on. */
@Component
class WaitingLeadsAdapter implements WaitingLeads {

    private final RuntimeService runtime;
    private final Acting acting;

    WaitingLeadsAdapter(RuntimeService runtime, Acting acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @Override
    public boolean capacityFreed(UUID leadId) {
        return acting.asCurrentPerson(() -> !runtime.createMessageCorrelation(Model.CAPACITY_FREED)
                .processInstanceBusinessKey(leadId.toString())
                .correlateAllWithResult()
                .isEmpty());
    }
}
