package org.leadrelay.lead;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.WriteBehind;
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
    private final LoadedLeads atHand;
    private final JdbcClient jdbc;
    private final WriteBehind writeBehind;
    private final Clock clock;

    Journeys(
            JourneyRepository repository,
            LivingJourneys living,
            Leads leads,
            LoadedLeads atHand,
            JdbcClient jdbc,
            WriteBehind writeBehind,
            Clock clock) {
        this.repository = repository;
        this.living = living;
        this.leads = leads;
        this.atHand = atHand;
        this.jdbc = jdbc;
        this.writeBehind = writeBehind;
        this.clock = clock;
    }

    /**
     * The journey went on, and the tables may have rated it; told before the commit. One statement at most, unless this transaction has
     * the journey at hand: then SQL sees it after the next flush.
     *
     * @param outputs what the tables found: any of fit, maturity, route, priority, track, lap; others are ignored
     * @param step where it waits now; null when it has not moved
     */
    @Transactional
    public void advanced(UUID leadId, Map<String, Object> outputs, @Nullable String step, @Nullable String stepName) {
        Optional<JourneyEntity> known = living.known(leadId);
        if (known.isPresent()) {
            if (!outputs.isEmpty()) {
                known.get().rate(outputs, clock.instant());
            }
            if (step != null) {
                known.get().moveTo(step, stepName);
            }
        } else if (!outputs.isEmpty()) {
            rateUnread(leadId, outputs, step, stepName);
        } else if (step != null) {
            moveUnread(leadId, step, stepName);
        }
    }

    /** Most of what happens to a journey is that it goes on: for that it need not be loaded. */
    private void moveUnread(UUID leadId, String step, @Nullable String stepName) {
        writeBehind.add(WriteBehind.Write.of(
                List.of("journey", leadId),
                "update journey set step = ?, step_name = ? where lead_id = ? and ended_at is null",
                step,
                stepName,
                leadId));
    }

    /** As {@link JourneyEntity#rate} does; what the tables left out stays. */
    private void rateUnread(
            UUID leadId, Map<String, Object> outputs, @Nullable String step, @Nullable String stepName) {
        jdbc.sql("""
            update journey set fit = coalesce(:fit, fit), route = coalesce(:route, route),
                priority = coalesce(:priority, priority), track = coalesce(:track, track),
                maturity = coalesce(:maturity, maturity),
                lap_since = case when :lap <> lap then :now else lap_since end, lap = coalesce(:lap, lap),
                step_name = case when :step::text is null then step_name else :name end, step = coalesce(:step, step)
            where lead_id = :lead and ended_at is null
            """)
                .param("fit", text(outputs, "fit"), Types.VARCHAR)
                .param("route", text(outputs, "route"), Types.VARCHAR)
                .param("priority", text(outputs, "priority"), Types.VARCHAR)
                .param("track", text(outputs, "track"), Types.VARCHAR)
                .param("maturity", number(outputs, "maturity"), Types.BIGINT)
                .param("lap", number(outputs, "lap"), Types.BIGINT)
                .param("now", Sql.time(clock.instant()))
                .param("step", step, Types.VARCHAR)
                .param("name", stepName, Types.VARCHAR)
                .param("lead", leadId)
                .update();
    }

    private static @Nullable String text(Map<String, Object> outputs, String name) {
        Object value = outputs.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable Long number(Map<String, Object> outputs, String name) {
        return outputs.get(name) instanceof Number found ? found.longValue() : null;
    }

    /** The rep who has the lead now; null gives it back to nobody. */
    @Transactional
    public void owner(UUID leadId, @Nullable String login) {
        Optional<Lead> lead = atHand.find(leadId);
        if (lead.isPresent()) {
            lead.get().belongTo(login);
            leads.flush();
            return;
        }
        jdbc.sql("""
            update lead set owner = :owner, version = version + 1 where id = :lead and owner is distinct from :owner
            """).param("owner", login, Types.VARCHAR).param("lead", leadId).update();
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
        Optional<JourneyEntity> known = living.known(leadId);
        if (known.isPresent()) {
            known.get().end(end, clock.instant());
            repository.flush();
            return;
        }
        jdbc.sql("""
            update journey set end_kind = ?, ended_at = ?, step = null, step_name = null
            where lead_id = ? and ended_at is null
            """).param(end).param(Sql.time(clock.instant())).param(leadId).update();
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

    /**
     * Saves a new lead with its first journey; the caller starts it.
     *
     * @param beginning where it will most likely wait first: then its row is written only once; null when that is not known
     */
    UUID first(Lead lead, LeadJourney.@Nullable Beginning beginning) {
        return begin(lead, JourneyEntity.first(lead.id(), clock.instant()), beginning);
    }

    /**
     * Saves the next journey of a lead, with all that has changed about the lead; the caller starts
     * it.
     *
     * @param beginning as of the {@link #first} one
     * @throws org.leadrelay.platform.Conflict when the previous one still runs
     */
    UUID next(
            Lead lead,
            Journey previous,
            String cause,
            @Nullable String reason,
            LeadJourney.@Nullable Beginning beginning) {
        return begin(lead, JourneyEntity.after(previous, cause, reason, clock.instant()), beginning);
    }

    /** Saves the journey that goes on where one was won by mistake; the caller starts it. */
    UUID again(Lead lead, Journey won, String reason) {
        return begin(lead, JourneyEntity.again(won, reason, clock.instant()), null);
    }

    private UUID begin(Lead lead, JourneyEntity journey, LeadJourney.@Nullable Beginning beginning) {
        if (beginning != null) {
            journey.moveTo(beginning.element(), beginning.name());
        }
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
