package org.leadrelay.lead;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
        for (TransactionSynchronization registered : TransactionSynchronizationManager.getSynchronizations()) {
            if (registered instanceof Mine found && found.owner() == this) {
                return found.byLead();
            }
        }
        Mine mine = new Mine(this, new HashMap<>());
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine.byLead();
    }

    private record Mine(LivingJourneys owner, Map<UUID, JourneyEntity> byLead) implements TransactionSynchronization {}
}
