package org.leadrelay.lead;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.TransactionBound;
import org.springframework.stereotype.Component;

/**
 * Cache of the running journeys that this transaction has begun or changed. Hibernate knows them by their own id
 * only, and the process reports by the lead's: without this every report would be a query.
 */
@Component
class LivingJourneys {

    private final JourneyRepository journeys;

    LivingJourneys(JourneyRepository journeys) {
        this.journeys = journeys;
    }

    /** The living journey of this lead, its row locked to the end of the transaction. */
    Optional<JourneyEntity> of(UUID leadId) {
        return known(leadId).or(() -> {
            Optional<JourneyEntity> found = journeys.lockedLiving(leadId);
            found.ifPresent(journey -> mine().put(leadId, journey));
            return found;
        });
    }

    /** The same, when this transaction has it at hand. */
    Optional<JourneyEntity> known(UUID leadId) {
        return Optional.ofNullable(mine().get(leadId)).filter(JourneyEntity::lives);
    }

    /** Saves a journey that begins in this transaction, for SQL and the engine to see. */
    void begin(UUID leadId, JourneyEntity journey) {
        mine().put(leadId, journeys.saveAndFlush(journey));
    }

    private Map<UUID, JourneyEntity> mine() {
        return TransactionBound.of(this, Mine.class, () -> new Mine(this)).byLead;
    }

    private static final class Mine extends TransactionBound {

        private final Map<UUID, JourneyEntity> byLead = new HashMap<>();

        Mine(LivingJourneys owner) {
            super(owner);
        }
    }
}
