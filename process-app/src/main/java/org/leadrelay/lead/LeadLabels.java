package org.leadrelay.lead;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Localized labels of steps and facts on a lead's card, in the language of the current request. */
@Component
class LeadLabels {

    private final ModelNames models;
    private final FactDefinitions definitions;
    private final Journeys journeys;

    LeadLabels(ModelNames models, FactDefinitions definitions, Journeys journeys) {
        this.models = models;
        this.definitions = definitions;
        this.journeys = journeys;
    }

    /**
     * Where a journey waits.
     *
     * @param stored what the step was called when the journey came to it
     */
    @Nullable
    String step(@Nullable String step, @Nullable String stored) {
        return step == null ? null : models.newest().step(step, stored, Wording.language());
    }

    /** A lead's journeys, newest first, with the steps where they wait as the reader calls them. */
    List<Journey> journeys(UUID leadId) {
        return journeys.of(leadId).stream().map(this::named).toList();
    }

    private Journey named(Journey journey) {
        return journey.waitingAt(step(journey.step(), journey.stepName()));
    }

    /**
     * What a fact is called: as it is defined, or else as it came.
     *
     * @param stored what it was called where it came from
     */
    String label(String name, String stored) {
        return definitions
                .find(name)
                .map(definition -> definition.label(Wording.language()))
                .orElse(stored);
    }

    OldFact named(OldFact fact) {
        return fact.called(label(fact.name(), fact.label()));
    }

    LeadClaim named(LeadClaim claim) {
        return claim.called(label(claim.name(), claim.label()));
    }

    FactView view(StoredFact fact) {
        return new FactView(
                fact.name(),
                label(fact.name(), fact.label()),
                fact.value(),
                definitions.find(fact.name()).map(FactDefinition::fact).orElse(false),
                Field.of(fact.name()).isPresent(),
                fact.source(),
                fact.person(),
                fact.at());
    }
}
