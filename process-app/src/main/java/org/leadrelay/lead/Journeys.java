package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Read model of where each lead's journey stands. The process reports here, within its own transactions; a
 * report about a journey that has ended already changes nothing.
 */
@Service
public class Journeys {

    private final JourneyRepository repository;
    private final LivingJourneys living;
    private final Leads leads;
    private final JdbcClient jdbc;
    private final Clock clock;

    Journeys(JourneyRepository repository, LivingJourneys living, Leads leads, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.living = living;
        this.leads = leads;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The journey waits at this element now; SQL sees it after the transaction's next flush. */
    @Transactional
    public void moved(UUID leadId, String step, @Nullable String stepName) {
        living.known(leadId)
                .ifPresentOrElse(journey -> journey.moveTo(step, stepName), () -> moveUnread(leadId, step, stepName));
    }

    /** Most of what happens to a journey is that it goes on: for that it need not be loaded. */
    private void moveUnread(UUID leadId, String step, @Nullable String stepName) {
        jdbc.sql("update journey set step = ?, step_name = ? where lead_id = ? and ended_at is null")
                .param(step)
                .param(stepName)
                .param(leadId)
                .update();
    }

    /**
     * What the tables found: any of fit, maturity, route, priority, track, lap; others are ignored.
     * SQL sees it after the transaction's next flush.
     */
    @Transactional
    public void rated(UUID leadId, Map<String, Object> outputs) {
        living.of(leadId).ifPresent(journey -> journey.rate(outputs, clock.instant()));
    }

    /** The rep who has the lead now; null gives it back to nobody. */
    @Transactional
    public void owner(UUID leadId, @Nullable String login) {
        leads.locked(leadId).ifPresent(lead -> {
            lead.belongTo(login);
            leads.flush();
        });
    }

    /** The rep who has the lead now; empty when nobody has. */
    public Optional<String> ownerOf(UUID leadId) {
        return leads.ownerOf(leadId);
    }

    /**
     * The living journey has ended.
     *
     * @param end won, lost, disqualified, dormant or withdrawn
     */
    @Transactional
    public void ended(UUID leadId, String end) {
        living.of(leadId).ifPresent(journey -> {
            journey.end(end, clock.instant());
            repository.flush();
        });
    }

    public Optional<Journey> living(UUID leadId) {
        return repository.findByLeadIdAndEndedAtIsNull(leadId);
    }

    /** Newest first. */
    public List<Journey> of(UUID leadId) {
        return repository.findByLeadIdOrderByNumberDesc(leadId);
    }

    Optional<Journey> latest(UUID leadId) {
        return repository.findFirstByLeadIdOrderByNumberDesc(leadId);
    }

    /** Saves a new lead with its first journey; the caller starts it. */
    UUID first(Lead lead) {
        return begin(lead, JourneyEntity.first(lead.id(), clock.instant()));
    }

    /**
     * Saves the next journey of a lead, with all that has changed about the lead; the caller starts
     * it.
     *
     * @throws org.leadrelay.platform.Conflict when the previous one still runs
     */
    UUID next(Lead lead, Journey previous, String cause, @Nullable String reason) {
        return begin(lead, JourneyEntity.after(previous, cause, reason, clock.instant()));
    }

    /** Saves the journey that goes on where one was won by mistake; the caller starts it. */
    UUID again(Lead lead, Journey won, String reason) {
        return begin(lead, JourneyEntity.again(won, reason, clock.instant()));
    }

    private UUID begin(Lead lead, JourneyEntity journey) {
        lead.follow(journey);
        leads.save(lead);
        living.begin(lead.id(), journey);
        return journey.id();
    }

    void endReason(UUID leadId, String reason) {
        living.of(leadId).ifPresent(journey -> {
            journey.giveEndReason(reason);
            repository.flush();
        });
    }
}
