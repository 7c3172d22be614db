package org.leadrelay.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the outbox, polled with {@code for update skip locked}; a mail is leased to the node that sends it. */
@Component
public class OutboxTable {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** So long a mail stays with a node that died. */
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private static final String COLUMNS =
            "id, key, lead_id, login, tool, template, tries, created_at, coalesce(again_at, created_at) as since";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One mail.
     *
     * @param tool the marketing tool that shall write it; null for the mail server
     * @param since from when on it is tried: when it was written, or last sent again by an administrator
     */
    public record Mail(
            UUID id,
            String key,
            @Nullable UUID leadId,
            @Nullable String login,
            @Nullable String tool,
            String template,
            int tries,
            Instant createdAt,
            Instant since) {

        /** Of its Message-ID or webhook, which follows from the key: a second sending is known as one. */
        public UUID message() {
            return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A mail that one node has in hand for a while. */
    record Claimed(Mail mail, Instant until) {}

    /**
     * Claims the oldest due mail that is not claimed. If the node dies, another one claims it after the lease.
     *
     * @param tool null for those that go to the mail server
     */
    Optional<Claimed> claim(@Nullable String tool) {
        Instant now = clock.instant();
        Instant until = now.plus(IN_HAND);
        return jdbc.sql("""
            update mail_outbox set next_try = :until where id = (
                select id from mail_outbox where state = 'waiting' and next_try <= :now and %s
                order by next_try, id limit 1
                for update skip locked)
            returning %s
            """.formatted(tool == null ? "tool is null" : "tool = :tool", COLUMNS))
                .param("tool", tool)
                .param("until", Sql.time(until))
                .param("now", Sql.time(now))
                .query(Mail.class)
                .optional()
                .map(mail -> new Claimed(mail, until));
    }

    /**
     * Whether the claim on the mail still holds: locked then until the transaction ends, so that it is not sent or
     * dropped concurrently.
     */
    boolean holds(Claimed claimed) {
        return jdbc.sql("""
            select id from mail_outbox where id = ? and state = 'waiting' and next_try = ? for update skip locked
            """)
                .params(claimed.mail().id(), Sql.time(claimed.until()))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The tools for which something is due. */
    public List<String> toolsDue() {
        return jdbc.sql("""
            select distinct tool from mail_outbox
            where state = 'waiting' and next_try <= ? and tool is not null order by tool
            """)
                .param(Sql.time(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Mails that wait for a tool since before that instant, locked until the transaction ends. */
    public List<Mail> waitingSince(String tool, Instant before) {
        return jdbc.sql("""
            select %s from mail_outbox
            where state = 'waiting' and tool = ? and coalesce(again_at, created_at) <= ?
            order by next_try, id limit 100
            for update skip locked
            """.formatted(COLUMNS))
                .params(tool, Sql.time(before))
                .query(Mail.class)
                .list();
    }

    /** When the next mail to the mail server that was not tried yet may leave, after that instant. */
    Optional<Instant> nextLeaving(Instant after) {
        return jdbc.sql("""
            select next_try from mail_outbox
            where state = 'waiting' and tries = 0 and next_try > ? and tool is null
            order by next_try limit 1
            """)
                .param(Sql.time(after))
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }

    /** It is done with: sent or dropped. */
    public void done(Mail mail, String state, @Nullable String reason) {
        jdbc.sql("""
            update mail_outbox
            set state = ?, reason = ?, tries = tries + 1, done_at = ? where id = ?
            """)
                .params(state, reason, Sql.time(clock.instant()), mail.id())
                .update();
    }

    /**
     * It is given up, until somebody sends it again.
     *
     * @param error the kind of failure
     */
    public void failed(Mail mail, String reason, String error) {
        failed(List.of(mail), reason, error);
    }

    /** The same for several of them. */
    public void failed(List<Mail> mails, String reason, String error) {
        jdbc.sql("""
            update mail_outbox
            set state = 'failed', reason = :reason, error = :error, tries = tries + 1, done_at = :now
            where id = any(:ids)
            """)
                .param("reason", reason)
                .param("error", error)
                .param("now", Sql.time(clock.instant()))
                .param("ids", mails.stream().map(Mail::id).toArray(UUID[]::new))
                .update();
    }

    /**
     * It is tried again later, each time after twice the wait, and once an hour in the end.
     *
     * @param error the kind of failure; null when it is none
     */
    public void later(Mail mail, @Nullable String reason, @Nullable String error) {
        jdbc.sql("""
            update mail_outbox
            set tries = tries + 1, next_try = ?, reason = ?, error = ? where id = ?
            """)
                .params(Arrays.asList(Sql.time(clock.instant().plus(backOff(mail.tries()))), reason, error, mail.id()))
                .update();
    }

    /** How long to wait after so many tries that failed. */
    public static Duration backOff(int tries) {
        Duration wait = Duration.ofSeconds(30L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
