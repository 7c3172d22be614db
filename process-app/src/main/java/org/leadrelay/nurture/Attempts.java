package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.Journeys;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contact attempts of a rep: how many, and how far apart, is the charter's word. */
@Service
@Transactional
public class Attempts {

    private final JdbcClient jdbc;
    private final Journeys journeys;
    private final Charter charter;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Journeys journeys, Charter charter, Clock clock) {
        this.jdbc = jdbc;
        this.journeys = journeys;
        this.charter = charter;
        this.clock = clock;
    }

    /** Counts an attempt that did not reach the buyer, and says whether and when to try again. */
    public Attempt next(UUID leadId, long lap) {
        Instant now = clock.instant();
        UUID journeyId = journeys.living(leadId).map(Journey::id).orElse(null);
        long made = made(leadId, journeyId, lap) + 1;
        jdbc.sql("""
            insert into contact_attempt (id, lead_id, journey_id, lap, number, at)
            values (:id, :lead, :journey, :lap, :number, :at)
            """)
                .param("id", UUID.randomUUID())
                .param("lead", leadId)
                .param("journey", journeyId)
                .param("lap", lap)
                .param("number", made)
                .param("at", Sql.time(now))
                .update();
        if (made >= charter.current().attempts()) {
            return new Attempt(false, null);
        }
        return new Attempt(true, after(leadId, now));
    }

    /** The attempt that comes now, and when the next one would be due if it failed. */
    @Transactional(readOnly = true)
    public AttemptOutlook outlook(UUID leadId) {
        Journey journey = journeys.living(leadId).orElse(null);
        long number = made(leadId, journey == null ? null : journey.id(), journey == null ? 1 : journey.lap()) + 1;
        int most = charter.current().attempts();
        return new AttemptOutlook(number, most, number >= most ? null : after(leadId, clock.instant()));
    }

    /** Spaced in the hours of the rep who has the lead, where the rep has hours of their own. */
    private Instant after(UUID leadId, Instant attempt) {
        return charter.calendarOf(journeys.ownerOf(leadId).orElse(null))
                .add(attempt, charter.current().attemptSpacing());
    }

    /**
     * Correlated subquery that counts the failed attempts of a lap between two moments, for queries of laps. All four are columns of the
     * query around it.
     */
    public static String failedBetween(String lead, String lap, String from, String to) {
        return "(select count(*) from contact_attempt a where a.lead_id = " + lead + " and a.lap = " + lap
                + " and a.at between " + from + " and " + to + ")";
    }

    private long made(UUID leadId, @Nullable UUID journeyId, long lap) {
        return jdbc.sql("""
            select count(*) from contact_attempt
            where lead_id = :lead and lap = :lap
              and journey_id is not distinct from :journey::uuid
            """)
                .param("lead", leadId)
                .param("lap", lap)
                .param("journey", journeyId)
                .query(Long.class)
                .single();
    }
}
