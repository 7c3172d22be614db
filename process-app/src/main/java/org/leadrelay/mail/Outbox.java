package org.leadrelay.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transactional outbox for mail: written in the transaction of its cause, so that there is no mail without its
 * deed and no deed without its mail. It is sent afterwards, and kept while the mail server is down.
 */
@Service
@Transactional
public class Outbox {

    /** Of a mail whose text is the notices that it carries. */
    public static final String NOTICE = "notice";

    /**
     * A mail that carries notices to one person.
     *
     * @param key names the mail
     * @param leaves the earliest moment at which it is sent, null for at once
     */
    public record MailToPerson(
            String key, String login, @Nullable Instant leaves) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a mail to a lead.
     *
     * @param key names the mail: a second one of the same key is not written
     * @param template name of the text in the mail bundles
     */
    public void toLead(String key, UUID leadId, String template) {
        OffsetDateTime now = Sql.time(clock.instant());
        jdbc.sql("""
            insert into mail_outbox (id, key, lead_id, template, next_try, created_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """).params(key, leadId, template, now, now).update();
    }

    /**
     * Writes a mail to a lead that a marketing tool shall write and send.
     *
     * @param key names the mail: a second one of the same key is not written
     * @param tool by its name in the settings
     * @param step which mail, as the tool calls it
     */
    public void toTool(String key, UUID leadId, String tool, String step) {
        OffsetDateTime now = Sql.time(clock.instant());
        jdbc.sql("""
            insert into mail_outbox (id, key, lead_id, tool, template, next_try, created_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """).params(key, leadId, tool, step, now, now).update();
    }

    /**
     * Writes a mail to a person whose text is no notice.
     *
     * @param key names the mail: a second one of the same key is not written
     * @param template which {@link PersonLetter} writes its text
     */
    public void toPerson(String key, String login, String template) {
        OffsetDateTime now = Sql.time(clock.instant());
        jdbc.sql("""
            insert into mail_outbox (id, key, login, template, next_try, created_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """).params(key, login, template, now, now).update();
    }

    /**
     * Writes the mails that carry these notices, unless they are there already. One that is there
     * and waits is held until the transaction ends, so that it does not leave without the notice.
     *
     * @return the keys of the mails that will carry them; one that has left is not among them
     */
    public Set<String> toPeople(List<MailToPerson> mailed) {
        return Set.copyOf(jdbc.sql("""
            insert into mail_outbox
                (id, key, login, template, next_try, created_at)
            select gen_random_uuid(), m.key, m.login, :template,
                   m.leaves::timestamptz, :now
            from unnest(:keys::text[], :logins::text[], :leave::text[])
                 as m(key, login, leaves)
            on conflict (key) do update set key = excluded.key
            where mail_outbox.state = 'waiting'
            returning key
            """)
                .param("template", NOTICE)
                .param("keys", texts(mailed, MailToPerson::key))
                .param("logins", texts(mailed, MailToPerson::login))
                .param("leave", texts(mailed, mail -> text(mail.leaves())))
                .param("now", Sql.time(clock.instant()))
                .query(String.class)
                .list());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String[] texts(List<MailToPerson> mailed, Function<MailToPerson, @Nullable String> text) {
        return mailed.stream().map(text).toArray(String[]::new);
    }
}
