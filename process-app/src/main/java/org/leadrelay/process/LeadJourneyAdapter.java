package org.leadrelay.process;

import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadJourney;
import org.leadrelay.worklist.PendingAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adapter that runs a lead's journey as an instance of {@code lead-journey} whose business key is the lead's id. */
@Component
class LeadJourneyAdapter implements LeadJourney {

    private final RuntimeService runtime;
    private final AsCurrentPerson acting;
    private final ObjectProvider<PendingAnswers> answers;
    private final ObjectProvider<HandOffs> handOffs;

    LeadJourneyAdapter(
            RuntimeService runtime,
            AsCurrentPerson acting,
            ObjectProvider<PendingAnswers> answers,
            ObjectProvider<HandOffs> handOffs) {
        this.runtime = runtime;
        this.acting = acting;
        this.answers = answers;
        this.handOffs = handOffs;
    }

    @Override
    public void start(UUID leadId, UUID journeyId) {
        acting.asCurrentPerson(() -> runtime.createProcessInstanceByKey(ModelContract.LEAD_JOURNEY)
                .businessKey(leadId.toString())
                .setVariables(ModelContract.presets(leadId))
                .execute());
    }

    @Override
    public void engaged(UUID leadId) {
        send(leadId, ModelContract.ENGAGED);
    }

    /** What was answered before was said before: it stands in the lead's record. */
    @Override
    public void withdraw(UUID leadId) {
        answers.getObject().carryOutAll(leadId);
        send(leadId, ModelContract.WITHDRAWN);
    }

    @Override
    public boolean decideAgain(Journey won, String rep) {
        UUID leadId = won.leadId();
        try {
            acting.asCurrentPerson(() -> runtime.createMessageCorrelation(ModelContract.WIN_TAKEN_BACK)
                    .processInstanceBusinessKey(leadId.toString())
                    .setVariables(ModelContract.presetsAfter(won, rep))
                    .correlateStartMessage());
        } catch (MismatchingMessageCorrelationException e) {
            return false;
        }
        handOffs.getObject().resumed(leadId, won.lap(), rep);
        return true;
    }

    @Override
    public void questionAsked(UUID leadId) {
        send(leadId, ModelContract.QUESTION_ASKED);
    }

    /** To all that wait under the lead's key; nobody waiting is no error. */
    private void send(UUID leadId, String message) {
        acting.asCurrentPerson(() -> {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(leadId.toString())
                    .correlateAll();
            return message;
        });
    }
}
