package org.leadrelay.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the outbox, polled with {@code for update skip locked}. */
@Component
public class OutboxTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One mail, locked by its sender. */
    public record Mail(
            UUID id,
            String key,
            @Nullable UUID leadId,
            @Nullable String login,
            String template,
            int tries,
            Instant createdAt) {}

    /** The oldest mail that is due and that no other node is sending. */
    Optional<Mail> next() {
        return jdbc.sql("""
            select id, key, lead_id, login, template, tries, created_at from mail_outbox
            where state = 'waiting' and next_try <= ?
            order by next_try, id limit 1
            for update skip locked
            """).param(Sql.time(clock.instant())).query(Mail.class).optional();
    }

    /** When the next mail that was not tried yet may leave, after that instant. */
    Optional<Instant> nextLeaving(Instant after) {
        return jdbc.sql("""
            select next_try from mail_outbox
            where state = 'waiting' and tries = 0 and next_try > ?
            order by next_try limit 1
            """)
                .param(Sql.time(after))
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }

    void done(Mail mail, String state, @Nullable String reason) {
        jdbc.sql("""
            update mail_outbox
            set state = ?, reason = ?, tries = tries + 1, done_at = ? where id = ?
            """)
                .params(state, reason, Sql.time(clock.instant()), mail.id())
                .update();
    }

    /**
     * @param error the kind of failure
     */
    void failed(Mail mail, String reason, String error) {
        done(mail, "failed", reason);
        jdbc.sql("update mail_outbox set error = ? where id = ?")
                .params(error, mail.id())
                .update();
    }

    /**
     * @param error the kind of failure
     */
    void later(Mail mail, Duration wait, String reason, String error) {
        jdbc.sql("""
            update mail_outbox
            set tries = tries + 1, next_try = ?, reason = ?, error = ? where id = ?
            """)
                .params(Sql.time(clock.instant().plus(wait)), reason, error, mail.id())
                .update();
    }
}
