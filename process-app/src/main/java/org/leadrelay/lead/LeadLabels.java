package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final LearnedFacts learned;
    private final Clock clock;

    LeadLabels(ModelNames models, FactDefinitions definitions, Journeys journeys, LearnedFacts learned, Clock clock) {
        this.models = models;
        this.definitions = definitions;
        this.journeys = journeys;
        this.learned = learned;
        this.clock = clock;
    }

    /**
     * Where a journey waits.
     *
     * @param stored what the step was called when the journey came to it
     */
    @Nullable
    String step(@Nullable String step, @Nullable String stored) {
        return step == null ? null : models.inForce().step(step, stored, Wording.language());
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

    /** With the words of an agreed list, and the names of tasks, in place of their codes. */
    OldFact named(FormerFact former) {
        OldFact fact = former.fact();
        String value = fact.value();
        return fact.localized(
                label(fact.name(), fact.label()),
                value == null ? null : words(fact.name(), value),
                source(former.step(), fact.source()),
                source(former.replacedByStep(), fact.replacedBy()));
    }

    private String source(@Nullable String step, String source) {
        return step == null ? source : models.inForce().step(step, step, Wording.language());
    }

    private String words(String name, String value) {
        return LearnedList.of(name)
                .flatMap(list -> learned.words(list, value))
                .map(words -> words.in(Wording.language()))
                .orElse(value);
    }

    LeadClaim named(LeadClaim claim) {
        return claim.called(label(claim.name(), claim.label()));
    }

    FactView view(StoredFact fact) {
        Optional<LearnedFact> known = learned.read(fact);
        FactSource source = fact.source();
        String step = source.step();
        return new FactView(
                fact.name(),
                label(fact.name(), fact.label()),
                fact.value(),
                words(fact.name(), fact.value()),
                definitions.find(fact.name()).map(FactDefinition::fact).orElse(false),
                Field.of(fact.name()).isPresent(),
                source.name(),
                step == null ? null : step(step, step),
                source.person(),
                fact.at(),
                known.map(LearnedFact::until).orElse(null),
                known.isPresent() && !known.get().countsAt(clock.instant()));
    }
}
