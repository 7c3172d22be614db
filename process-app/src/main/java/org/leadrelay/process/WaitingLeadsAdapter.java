package org.leadrelay.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.leadrelay.assignment.WaitingLeads;
import org.springframework.stereotype.Component;

/** Adapter that lets a lead which waits for a rep go on. */
@Component
class WaitingLeadsAdapter implements WaitingLeads {

    private final RuntimeService runtime;
    private final AsCurrentPerson acting;

    WaitingLeadsAdapter(RuntimeService runtime, AsCurrentPerson acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @Override
    public boolean capacityFreed(UUID leadId) {
        return acting.asCurrentPerson(() -> !runtime.createMessageCorrelation(ModelContract.CAPACITY_FREED)
                .processInstanceBusinessKey(leadId.toString())
                .correlateAllWithResult()
                .isEmpty());
    }
}
