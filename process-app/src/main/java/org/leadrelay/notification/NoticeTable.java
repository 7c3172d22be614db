package org.leadrelay.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind the bell. */
@Component
class NoticeTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who had not been told this yet, and now is. */
    List<String> add(
            Collection<String> recipients,
            String key,
            @Nullable UUID leadId,
            String kind,
            @Nullable String clause) {
        return jdbc.sql(
                        """
                        insert into notice (id, recipient, key, lead_id, kind, clause, at)
                        select gen_random_uuid(), r.login, :key, :lead::uuid, :kind, :clause, :at
                        from unnest(:recipients::text[]) as r(login)
                        on conflict (recipient, key) do nothing
                        returning recipient
                        """)
                .param("key", key)
                .param("lead", leadId)
                .param("kind", kind)
                .param("clause", clause)
                .param("at", Timestamp.from(clock.instant()))
                .param("recipients", recipients.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    List<Notice> page(String recipient, boolean unreadOnly, int offset, int limit) {
        return jdbc.sql(
                        """
                        select n.id, n.lead_id, n.kind, n.clause, n.at, n.read_at,
                               coalesce(l.name, l.email, l.company,
                                        '#' || coalesce(l.number, l.external_id)) as lead_name
                        from notice n left join lead l on l.id = n.lead_id
                        where n.recipient = ? and (not ? or n.read_at is null)
                        order by n.at desc, n.id offset ? limit ?
                        """)
                .params(recipient, unreadOnly, offset, limit)
                .query(NoticeTable::notice)
                .list();
    }

    long count(String recipient, boolean unreadOnly) {
        return jdbc.sql(
                        "select count(*) from notice where recipient = ? and (not ? or read_at is null)")
                .params(recipient, unreadOnly)
                .query(Long.class)
                .single();
    }

    long unread(String recipient) {
        return jdbc.sql("select count(*) from notice where recipient = ? and read_at is null")
                .param(recipient)
                .query(Long.class)
                .single();
    }

    /** By login, something that changes whenever a notice comes or is read; nobody without any. */
    Map<String, String> unreadMarks(Collection<String> recipients) {
        Map<String, String> marks = new HashMap<>();
        jdbc.sql(
                        """
                        select recipient, count(*) || ' ' || max(at) as mark from notice
                        where recipient = any (?::text[]) and read_at is null group by recipient
                        """)
                .param(recipients.toArray(String[]::new))
                .query(
                        row -> {
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
        return jdbc.sql(
                        """
                        update notice set read_at = ?
                        where id = ? and recipient = ? and read_at is null
                        """)
                .params(Timestamp.from(clock.instant()), id, recipient)
                .update();
    }

    int readAll(String recipient) {
        return jdbc.sql("update notice set read_at = ? where recipient = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), recipient)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("lead_name"),
                row.getString("kind"),
                row.getString("clause"),
                row.getTimestamp("at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
