package org.leadrelay.nurture;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.Journeys;
import org.leadrelay.lead.LeadFacts;
import org.leadrelay.mail.Outbox;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Touches of nurture tracks, sent over a permitted channel. A touch needs a permitted channel: a mail leaves
 * through the outbox, a call is handed to marketing, and where a lead may be met at its source only, the touch
 * is recorded for the source. Without a basis it is recorded as skipped, with the reason, and still counts as a
 * step of its track: a track ends for everyone.
 */
@Service
@Transactional
public class Touches {

    private final JdbcClient jdbc;
    private final Journeys journeys;
    private final LeadFacts facts;
    private final Outbox outbox;
    private final Notices notices;
    private final JourneyLog log;
    private final Clock clock;

    Touches(
            JdbcClient jdbc,
            Journeys journeys,
            LeadFacts facts,
            Outbox outbox,
            Notices notices,
            JourneyLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.journeys = journeys;
        this.facts = facts;
        this.outbox = outbox;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes the next touch of a lead's track, or records why it was not made.
     *
     * @param kind {@code mail}, {@code call} or {@code none}
     * @param template name of the text, from the track's table; null for calls
     */
    public void send(UUID leadId, String track, String kind, @Nullable String template) {
        Journey journey = journeys.living(leadId).orElse(null);
        long lap = journey == null ? 1 : journey.lap();
        UUID journeyId = journey == null ? null : journey.id();
        long number = count(leadId, track, lap) + 1;
        TouchResult made = TouchResult.of(kind, facts.permitted(leadId));
        record(leadId, journeyId, track, lap, number, kind, template, made);
        String key = "touch:%s:%s:%d:%s:%d".formatted(leadId, journeyId, lap, track, number);
        if (made.channel() == Channel.MAIL) {
            outbox.toLead(key, leadId, template == null ? "touch" : template);
        } else if (made.channel() == Channel.CALL) {
            notices.tellRole(Roles.MARKETING, key, leadId, NoticeKind.CALL_DUE);
        }
        tell(leadId, track, lap, number, kind, template, made);
    }

    /** How many steps of a track a lead's living journey has taken in a lap, skipped ones too. */
    @Transactional(readOnly = true)
    public long sentOn(UUID leadId, String track, long lap) {
        return count(leadId, track, lap);
    }

    /** {@link #sentOn} for the track that the tables last gave the lead; 0 when it is on none. */
    @Transactional(readOnly = true)
    public long sent(UUID leadId, long lap) {
        return count(leadId, null, lap);
    }

    private long count(UUID leadId, @Nullable String track, long lap) {
        return jdbc.sql("""
            select count(*) from touch t join journey j on j.id = t.journey_id
            where t.lead_id = :lead and t.lap = :lap and j.ended_at is null
              and t.track = coalesce(:track::text, j.track)
            """)
                .param("lead", leadId)
                .param("track", track)
                .param("lap", lap)
                .query(Long.class)
                .single();
    }

    private void record(
            UUID leadId,
            @Nullable UUID journeyId,
            String track,
            long lap,
            long number,
            String kind,
            @Nullable String template,
            TouchResult made) {
        jdbc.sql("""
            insert into touch (id, lead_id, journey_id, lap, track, number, kind, template,
                               state, channel, reason, at)
            values (:id, :lead, :journey, :lap, :track, :number, :kind, :template,
                    :state, :channel, :reason, :at)
            """)
                .param("id", UUID.randomUUID())
                .param("lead", leadId)
                .param("journey", journeyId)
                .param("lap", lap)
                .param("track", track)
                .param("number", number)
                .param("kind", kind)
                .param("template", template)
                .param("state", made.state())
                .param("channel", made.channel() == null ? null : made.channel().name())
                .param("reason", made.reason())
                .param("at", Sql.time(clock.instant()))
                .update();
    }

    private void tell(
            UUID leadId,
            String track,
            long lap,
            long number,
            String kind,
            @Nullable String template,
            TouchResult made) {
        Map<String, Object> details = new HashMap<>();
        details.put("track", track);
        details.put("lap", lap);
        details.put("number", number);
        details.put("touchKind", kind);
        details.put("state", made.state());
        if (template != null) {
            details.put("template", template);
        }
        if (made.channel() != null) {
            details.put("channel", made.channel().name());
        }
        if (made.reason() != null) {
            details.put("reason", made.reason());
        }
        log.add(Entry.of(leadId, Kind.TOUCH, details));
    }
}
