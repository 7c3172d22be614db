package org.leadrelay.assignment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reservation of a rep's place for a lead, in a short transaction of its own: the pool's lock is held for a few statements, not until the journey has
 * gone on. Should the journey's transaction fail, the place stays taken until the next attempt, which gives it back and chooses anew: who was able then may
 * have left since.
 */
@Component
class PlaceReservation {

    private final Pool pool;
    private final TransactionTemplate own;

    PlaceReservation(Pool pool, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What was found for a lead.
     *
     * @param kept whose place was kept for it because it had waited; empty when a rep was to be chosen
     * @param best who was chosen; empty when nobody is able
     * @param all who was considered
     */
    record Reserved(Optional<String> kept, Optional<Candidate> best, List<Candidate> all) {

        /** Whose place it is. */
        Optional<String> rep() {
            return kept.or(() -> best.map(Candidate::login));
        }
    }

    /** Within the current transaction when that one has changed places or holds the pool: its inner one would wait for it for ever. */
    Reserved reserve(HandOff lead) {
        if (pool.isTouched()) {
            pool.lock();
            return take(lead);
        }
        return Objects.requireNonNull(own.execute(status -> {
            pool.lockBriefly();
            return take(lead);
        }));
    }

    private Reserved take(HandOff lead) {
        Optional<Pool.Place> place = pool.placeOf(lead.leadId());
        if (place.isPresent() && place.get().lap() == lead.lap() && !place.get().chosen()) {
            return new Reserved(place.map(Pool.Place::login), Optional.empty(), List.of());
        }
        place.ifPresent(left -> giveBack(lead, left));
        List<Candidate> all = pool.candidates(lead);
        Optional<Candidate> best = Candidate.fairest(all, lead);
        best.ifPresent(rep -> pool.take(lead.leadId(), lead.lap(), rep.login(), true));
        return new Reserved(Optional.empty(), best, all);
    }

    private void giveBack(HandOff lead, Pool.Place place) {
        pool.free(lead.leadId());
        if (place.lap() == lead.lap()) {
            pool.notGiven(lead.leadId(), place.lap(), place.login());
        }
    }
}
