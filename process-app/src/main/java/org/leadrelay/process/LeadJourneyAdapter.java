package org.leadrelay.process;

import java.util.UUID;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadJourney;
import org.leadrelay.process.trace.JourneyBeginning;
import org.leadrelay.redesign.Releases;
import org.leadrelay.worklist.PendingAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adapter that runs a lead's journey as an instance of {@code lead-journey} whose business key is the lead's id. */
@Component
class LeadJourneyAdapter implements LeadJourney {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Releases releases;
    private final AsCurrentPerson acting;
    private final ObjectProvider<PendingAnswers> answers;
    private final ObjectProvider<HandOffs> handOffs;
    private volatile @Nullable Known known;

    LeadJourneyAdapter(
            RepositoryService repository,
            RuntimeService runtime,
            Releases releases,
            AsCurrentPerson acting,
            ObjectProvider<PendingAnswers> answers,
            ObjectProvider<HandOffs> handOffs) {
        this.repository = repository;
        this.runtime = runtime;
        this.releases = releases;
        this.acting = acting;
        this.answers = answers;
        this.handOffs = handOffs;
    }

    @Override
    public @Nullable Beginning beginning() {
        String definition = inForce();
        Known now = known;
        if (now == null || !now.definition().equals(definition)) {
            ProcessDefinitionEntity process = (ProcessDefinitionEntity) repository.getProcessDefinition(definition);
            now = new Known(definition, JourneyBeginning.of(process));
            known = now;
        }
        return now.beginning();
    }

    /** A definition never changes. */
    private record Known(String definition, @Nullable Beginning beginning) {}

    @Override
    public void start(UUID leadId) {
        acting.asCurrentPerson(() -> runtime.createProcessInstanceById(inForce())
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
                    .processDefinitionId(inForce())
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

    /** Never the newest that is deployed: that one may wait for its approval. */
    private String inForce() {
        return releases.current().definition(ModelContract.LEAD_JOURNEY);
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
