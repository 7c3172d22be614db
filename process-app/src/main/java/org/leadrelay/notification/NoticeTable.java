package org.leadrelay.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.WriteBehind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of notices. */
@Component
class NoticeTable {

    private final JdbcClient jdbc;
    private final WriteBehind writeBehind;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, WriteBehind writeBehind, Clock clock) {
        this.jdbc = jdbc;
        this.writeBehind = writeBehind;
        this.clock = clock;
    }

    /** The ids of those whose receiver had not been told this yet. */
    Set<UUID> add(List<NoticeDelivery> meant, NoticeContent telling) {
        return Set.copyOf(jdbc.sql("""
            insert into notice (id, recipient, shown, mail_key, key, lead_id,
                                kind, clause, promise_id, due_at, at, cause)
            select r.id::uuid, r.login, r.shown::boolean, r.mail, :key,
                   :lead::uuid, :kind, :clause, :promise::uuid, :due, :at, :cause
            from unnest(:ids::text[], :logins::text[], :shown::text[],
                        :mails::text[]) as r(id, login, shown, mail)
            on conflict (recipient, key) do nothing
            returning id
            """)
                .param("ids", texts(meant, told -> told.id().toString()))
                .param("logins", texts(meant, NoticeDelivery::login))
                .param("shown", texts(meant, told -> String.valueOf(told.way().shown())))
                .param("mails", texts(meant, NoticeDelivery::mailKey))
                .param("key", telling.key())
                .param("lead", telling.leadId())
                .param("kind", telling.kind().code())
                .param("clause", telling.clause())
                .param("promise", telling.promiseId())
                .param("due", Sql.timeOrNull(telling.due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", Sql.time(clock.instant()))
                .param("cause", telling.cause() == null ? null : telling.cause().key(), Types.VARCHAR)
                .query(UUID.class)
                .list());
    }

    /** From here on another mail carries the notice. */
    void carry(UUID id, String mailKey) {
        jdbc.sql("update notice set mail_key = ? where id = ?")
                .params(mailKey, id)
                .update();
    }

    /** What a mail carries, oldest first. */
    List<MailedNotice> in(String mailKey) {
        return jdbc.sql("""
            select n.id, n.recipient, n.lead_id, n.kind, n.clause, n.due_at,
                   p.calendar_version, p.state, n.cause, n.resolved_at, p.ended_at
            from notice n left join promise p on p.id = n.promise_id
            where n.mail_key = ? order by n.at, n.id
            """).param(mailKey).query(MailedNotice.class).list();
    }

    private static @Nullable String[] texts(
            List<NoticeDelivery> meant, Function<NoticeDelivery, @Nullable String> text) {
        return meant.stream().map(text).toArray(String[]::new);
    }

    List<Notice> page(String recipient, boolean unreadOnly, int offset, int limit) {
        return jdbc.sql("""
            select n.id, n.lead_id, n.kind, n.clause, n.at, n.read_at, n.resolved_at, n.cause,
                   coalesce(l.name, l.email, l.company,
                            '#' || coalesce(l.number, l.external_id)) as lead_name,
                   case when n.resolved_at is null and p.ended_at is null and p.paused_at is null
                        then p.due_at end as due,
                   p.holder
            from notice n left join lead l on l.id = n.lead_id left join promise p on p.id = n.promise_id
            where n.recipient = ? and n.shown and (not ? or n.read_at is null and n.resolved_at is null)
            order by n.at desc, n.id offset ? limit ?
            """)
                .params(recipient, unreadOnly, offset, limit)
                .query(NoticeTable::notice)
                .list();
    }

    long count(String recipient, boolean unreadOnly) {
        return jdbc.sql("select count(*) from notice where recipient = ? and shown"
                        + " and (not ? or read_at is null and resolved_at is null)")
                .params(recipient, unreadOnly)
                .query(Long.class)
                .single();
    }

    long unread(String recipient) {
        return jdbc.sql("select count(*) from notice where recipient = ? and shown and read_at is null"
                        + " and resolved_at is null")
                .param(recipient)
                .query(Long.class)
                .single();
    }

    /** By login, something that changes whenever a notice comes or is read; nobody without any. */
    Map<String, String> unreadMarks(Collection<String> recipients) {
        Map<String, String> marks = new HashMap<>();
        jdbc.sql("""
            select recipient, count(*) || ' ' || max(at) as mark from notice
            where recipient = any (?::text[]) and shown and read_at is null and resolved_at is null
            group by recipient
            """).param(recipients.toArray(String[]::new)).query(row -> {
            marks.put(row.getString("recipient"), row.getString("mark"));
        });
        return marks;
    }

    boolean belongs(UUID id, String recipient) {
        return jdbc.sql("select count(*) from notice where id = ? and recipient = ?")
                        .params(id, recipient)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int read(UUID id, String recipient) {
        return jdbc.sql("""
            update notice set read_at = ?
            where id = ? and recipient = ? and read_at is null
            """).params(Sql.time(clock.instant()), id, recipient).update();
    }

    int settle(String recipient, UUID leadId, String kind) {
        return jdbc.sql("""
            update notice set read_at = ?
            where recipient = ? and read_at is null and shown and lead_id = ? and kind = ?
            """)
                .params(Sql.time(clock.instant()), recipient, leadId, kind)
                .update();
    }

    /** The rows one after the other, as {@link #resolve} takes them. */
    int readAll(String recipient) {
        return jdbc.sql("""
            update notice set read_at = ? where id in (
                select id from notice where recipient = ? and read_at is null order by id for update)
            """).params(Sql.time(clock.instant()), recipient).update();
    }

    /**
     * What these notices are about is gone.
     *
     * @param kind only those of this kind; null for all
     * @param except of this person only reminders; null for all of everybody
     * @return whose they are
     */
    Set<String> resolve(NoticeCause cause, @Nullable NoticeKind kind, @Nullable String except) {
        return Set.copyOf(jdbc.sql("""
            with gone as (
                update notice set resolved_at = :now where id in (
                    select id from notice where cause = :cause and resolved_at is null
                        and (:kind::text is null or kind = :kind)
                        and (recipient is distinct from :except or kind = :remind)
                    order by id for update)
                returning recipient)
            select distinct recipient from gone
            """)
                .param("now", Sql.time(clock.instant()))
                .param("cause", cause.key())
                .param("kind", kind == null ? null : kind.code(), Types.VARCHAR)
                .param("except", except, Types.VARCHAR)
                .param("remind", NoticeKind.REMIND.code())
                .query(String.class)
                .list());
    }

    /** What these notices are about is gone when the transaction ends, at the latest; those whose they are, if there are any, are told then. */
    void resolveAtEnd(NoticeCause cause, Consumer<List<String>> told) {
        writeBehind.add(
                new WriteBehind.Write(cause, """
                update notice set resolved_at = ? where id in (
                    select id from notice where cause = ? and resolved_at is null order by id for update)
                returning recipient
                """, List.of(Sql.time(clock.instant()), cause.key()), "recipient", told));
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        Instant due = Sql.instantOrNull(row, "due");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("lead_name"),
                row.getString("kind"),
                row.getString("clause"),
                Sql.instant(row, "at"),
                Sql.instantOrNull(row, "read_at"),
                Sql.instantOrNull(row, "resolved_at"),
                row.getString("cause"),
                due,
                due == null ? null : row.getString("holder"));
    }
}
