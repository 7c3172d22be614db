package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of what happened to mails, each thing once with how often it came: a replay adds no row. */
@Component
class MailEventTable {

    /** Of what happened to the whole mail. */
    private static final byte[] WHOLE_MAIL = {};

    private final JdbcClient jdbc;
    private final Clock clock;

    MailEventTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Something happened to a mail.
     *
     * @return whether that is news
     */
    boolean ofMail(SentMail mail, String kind, @Nullable String status) {
        return add(mail, WHOLE_MAIL, kind, ClickMark.NONE, status);
    }

    /**
     * Something happened to a link of a mail.
     *
     * @return whether that is news
     */
    boolean ofLink(SentMail mail, String kind, ClickMark mark) {
        return add(mail, mail.token(), kind, mark, null);
    }

    private boolean add(SentMail mail, byte[] token, String kind, ClickMark mark, @Nullable String status) {
        return jdbc.sql("""
            insert into mail_event (mail_id, token, kind, mark, lead_id, address, status, first_at, last_at)
            values (:mail, :token, :kind, :mark, :lead, :address, :status::text, :now, :now)
            on conflict (mail_id, token, kind, mark) do update
                set last_at = excluded.last_at, times = least(mail_event.times + 1, 1000000)
            returning times
            """)
                        .param("mail", mail.mailId())
                        .param("token", token)
                        .param("kind", kind)
                        .param("mark", mark.code())
                        .param("lead", mail.leadId())
                        .param("address", mail.address())
                        .param("status", status)
                        .param("now", Sql.time(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** How many mails to that address could not be handed over within the time, for a reason that may pass. */
    int softBounced(byte[] address, Duration within) {
        return jdbc.sql("""
            select count(*) from mail_event where address = ? and kind = 'softBounced' and first_at > ?
            """)
                .params(address, Sql.time(clock.instant().minus(within)))
                .query(Integer.class)
                .single();
    }

    /** Whether that very link's page was shown before. */
    boolean seen(SentMail link) {
        return jdbc.sql("""
            select exists (select from mail_event
                where mail_id = ? and token = ? and kind = 'fetched' and mark <> 'head')
            """)
                .params(link.mailId(), link.token())
                .query(Boolean.class)
                .single();
    }

    /** How many other links of the mail somebody asked for within the time. */
    int otherLinks(SentMail link, Duration within) {
        return jdbc.sql("""
            select count(distinct token) from mail_event
            where mail_id = ? and token <> ? and kind in ('fetched', 'clicked') and last_at > ?
            """)
                .params(link.mailId(), link.token(), Sql.time(clock.instant().minus(within)))
                .query(Integer.class)
                .single();
    }

    /** Whether a machine was found at the mail before. */
    boolean marked(UUID mailId) {
        return jdbc.sql("select exists (select from mail_event where mail_id = ? and mark <> '')")
                .param(mailId)
                .query(Boolean.class)
                .single();
    }

    int removeBefore(Instant last) {
        return jdbc.sql("delete from mail_event where last_at < ?")
                .param(Sql.time(last))
                .update();
    }
}
