package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.nurture.text.TouchTexts;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What speaks against the next mail to a lead: what its owner wishes and when it was last written to, and a text without its values. */
@Component
class TouchHistory {

    private final JdbcClient jdbc;
    private final MailStandings standings;
    private final TouchTexts texts;
    private final Clock clock;

    TouchHistory(JdbcClient jdbc, MailStandings standings, TouchTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Why a lead gets no mail with this text on this subject now; null when nothing speaks against it. */
    @Nullable
    MailRefusal refusal(UUID leadId, String track, String template) {
        MailRefusal refusal = refusal(leadId, track);
        return refusal != null || texts.suits(leadId, template) ? refusal : MailRefusal.TEXT_INCOMPLETE;
    }

    /** Why a lead gets no mail on this subject now, whatever its text; null when nothing speaks against it. */
    @Nullable
    MailRefusal refusal(UUID leadId, String track) {
        Instant last = jdbc.sql("""
            select at from touch where lead_id = ? and state = 'sent' order by at desc limit 1
            """)
                .param(leadId)
                .query((row, any) -> Sql.instant(row, "at"))
                .optional()
                .orElse(null);
        return standings.of(leadId).refusal(track, last, clock.instant());
    }

    /** Why this mail does not leave after all; null when nothing speaks against it. */
    @Nullable
    MailRefusal refusal(Mail mail, UUID leadId, byte[] address, String track) {
        Instant last = jdbc.sql("""
            select done_at from mail_outbox
            where lead_id = ? and id <> ? and state = 'sent' and done_at is not null order by done_at desc limit 1
            """)
                .params(leadId, mail.id())
                .query((row, any) -> Sql.instant(row, "done_at"))
                .optional()
                .orElse(null);
        return standings.of(leadId, address).refusal(track, last, clock.instant());
    }
}
