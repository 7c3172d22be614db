package org.leadrelay.nurture;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
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
import org.leadrelay.nurture.text.TextKey;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sender of nurture touches over a permitted channel. A touch needs a permitted channel: a mail leaves through the
 * outbox, for the mail server or for the marketing tool that writes it, a call is handed to marketing, and where a
 * lead may be met at its source only, the touch is recorded for the source. Without a basis, or against what the
 * person wished, it is recorded as skipped, with the reason, and still counts as a step of its track: a track ends for
 * everyone. Where mail to the address comes back, the touch becomes a call if calls are permitted; otherwise marketing
 * is asked for another address.
 */
@Service
@Transactional
public class Touches {

    /** A mail that a marketing tool writes and sends. */
    static final String EXTERNAL = "external";

    /** Kinds of touches that a table may plan. */
    public static final Set<String> KINDS = Set.of("mail", "call", EXTERNAL, "none");

    /** The text of a touch that names none. */
    private static final String GENERAL = TextKey.GENERAL.template();

    private final JdbcClient jdbc;
    private final Journeys journeys;
    private final LeadFacts facts;
    private final TouchHistory history;
    private final Outbox outbox;
    private final Notices notices;
    private final JourneyLog log;
    private final Clock clock;

    Touches(
            JdbcClient jdbc,
            Journeys journeys,
            LeadFacts facts,
            TouchHistory history,
            Outbox outbox,
            Notices notices,
            JourneyLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.journeys = journeys;
        this.facts = facts;
        this.history = history;
        this.outbox = outbox;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes the next touch of a lead's track, or records why it was not made.
     *
     * @param kind one of {@link #KINDS}
     * @param template name of the text, from the track's table, or the tool and its step; null for calls
     */
    public void send(UUID leadId, String track, String kind, @Nullable String template) {
        Journey journey = journeys.living(leadId).orElse(null);
        long lap = journey == null ? 1 : journey.lap();
        UUID journeyId = journey == null ? null : journey.id();
        long number = count(leadId, track, lap) + 1;
        String text = template == null ? GENERAL : template;
        boolean external = kind.equals(EXTERNAL);
        TouchResult made = TouchResult.of(kind, facts.permitted(leadId), refusal(leadId, track, kind, text));
        String key = new TouchKey(leadId, journeyId, lap, track, number).text();
        boolean byMail = made.channel() == Channel.MAIL;
        record(leadId, journeyId, track, lap, number, kind, template, made, byMail ? key : null);
        if (byMail && external) {
            ToolStep step = ToolStep.of(text);
            outbox.toTool(key, leadId, step.tool(), step.step());
        } else if (byMail) {
            outbox.toLead(key, leadId, text);
        } else if (made.channel() == Channel.CALL) {
            notices.tellWhoMay(Permission.HEAR_OF_NURTURE, key, leadId, NoticeKind.CALL_DUE);
        } else if (MailRefusal.UNDELIVERABLE.code().equals(made.reason())) {
            notices.tellWhoMay(Permission.HEAR_OF_NURTURE, key, leadId, NoticeKind.UNDELIVERABLE);
        }
        tell(leadId, track, lap, number, kind, template, made);
    }

    /** What a tool writes is known to the tool alone: its text is no matter of ours. */
    private @Nullable MailRefusal refusal(UUID leadId, String track, String kind, String text) {
        return switch (kind) {
            case "mail" -> history.refusal(leadId, track, text);
            case EXTERNAL -> history.refusal(leadId, track);
            default -> null;
        };
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
            TouchResult made,
            @Nullable String outboxKey) {
        jdbc.sql("""
            insert into touch (id, lead_id, journey_id, lap, track, number, kind, template,
                               state, channel, reason, at, outbox_key)
            values (:id, :lead, :journey, :lap, :track, :number, :kind, :template,
                    :state, :channel, :reason, :at, :key::text)
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
                .param("key", outboxKey)
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
