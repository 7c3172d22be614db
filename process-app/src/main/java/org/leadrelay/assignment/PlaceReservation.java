package org.leadrelay.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reservation of a rep's place for a lead, in a short transaction of its own: the pool's lock is held for three statements, not until the journey has
 * gone on. Should the journey's transaction fail, the place stays the lead's for this lap, with the reasons of the choice, and
 * the next attempt finds both.
 */
@Component
class PlaceReservation {

    private static final TypeReference<Map<String, Object>> REASONS = new TypeReference<>() {};

    private final Pool pool;
    private final ObjectMapper json;
    private final TransactionTemplate own;

    PlaceReservation(Pool pool, ObjectMapper json, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.json = json;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What was found for a lead.
     *
     * @param rep null when nobody is able
     * @param why of the choice, for the journey log; empty when the place was kept for a lead that waited
     * @param all who was considered; nobody when the place was the lead's already
     */
    record Reserved(@Nullable String rep, Map<String, Object> why, List<Candidate> all) {}

    /** Within the current transaction when that one has changed places or holds the pool: its inner one would wait for it for ever. */
    Reserved reserve(HandOff lead) {
        if (pool.isTouched()) {
            List<String> reps = pool.reps();
            pool.lock();
            return reserve(lead, reps);
        }
        return Objects.requireNonNull(own.execute(status -> {
            List<String> reps = pool.reps();
            pool.lockBriefly();
            return reserve(lead, reps);
        }));
    }

    private Reserved reserve(HandOff lead, List<String> reps) {
        Optional<Pool.Place> kept = pool.placeOf(lead.leadId());
        if (kept.isPresent() && kept.get().lap() == lead.lap()) {
            return new Reserved(kept.get().login(), reasons(kept.get().choice()), List.of());
        }
        kept.ifPresent(place -> pool.free(lead.leadId()));
        List<Candidate> all = pool.candidates(lead, reps);
        Optional<Candidate> best = Candidate.fairest(all, lead);
        if (best.isEmpty()) {
            return new Reserved(null, Map.of(), all);
        }
        Map<String, Object> why = ChoiceReasons.chosen(lead, best.get(), all);
        pool.take(lead.leadId(), lead.lap(), best.get().login(), written(why));
        return new Reserved(best.get().login(), why, all);
    }

    private String written(Map<String, Object> why) {
        try {
            return json.writeValueAsString(why);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> reasons(@Nullable String choice) {
        try {
            return choice == null ? Map.of() : json.readValue(choice, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
