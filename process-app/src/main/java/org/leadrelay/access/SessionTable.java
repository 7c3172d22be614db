package org.leadrelay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table of sessions, one row for each session on any node. */
@Repository
class SessionTable {

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonSession session) {
        jdbc.sql("""
            insert into person_session
                (id, login, started_at, last_seen_at, node, address, browser)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        session.id(),
                        session.login(),
                        Sql.time(session.startedAt()),
                        Sql.time(session.lastSeenAt()),
                        session.node(),
                        session.address(),
                        session.browser())
                .update();
    }

    List<PersonSession> of(String login, @Nullable UUID current) {
        return jdbc.sql("""
            select * from person_session where login = ?
            order by last_seen_at desc, started_at desc, id
            """)
                .param(login)
                .query((row, n) -> session(row, current))
                .list();
    }

    /** Removes these of the person's, and answers which there were. */
    List<UUID> removeOthers(String login, @Nullable UUID kept) {
        return jdbc.sql("""
            delete from person_session
            where login = :login and id is distinct from :kept returning id
            """)
                .param("login", login)
                .param("kept", kept, java.sql.Types.OTHER)
                .query(UUID.class)
                .list();
    }

    boolean remove(String login, UUID id) {
        return jdbc.sql("delete from person_session where login = ? and id = ?")
                        .params(login, id)
                        .update()
                > 0;
    }

    void remove(UUID id) {
        jdbc.sql("delete from person_session where id = ?").param(id).update();
    }

    void seen(UUID id, Instant at) {
        jdbc.sql("update person_session set last_seen_at = ? where id = ?")
                .params(Sql.time(at), id)
                .update();
    }

    /** Heartbeat of these sessions; answers those that still exist. */
    Set<UUID> alive(Collection<UUID> ids) {
        return new HashSet<>(
                jdbc.sql("""
                    update person_session set alive_at = clock_timestamp()
                    where id = any(?) returning id
                    """).param(ids.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** Removes the sessions of dead nodes: without a heartbeat for five minutes. */
    List<PersonSession> removeForgotten() {
        return jdbc.sql("""
            delete from person_session
            where alive_at < clock_timestamp() - interval '5 minutes' returning *
            """).query((row, n) -> session(row, null)).list();
    }

    private static PersonSession session(ResultSet row, @Nullable UUID current) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PersonSession(
                id,
                row.getString("login"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "last_seen_at"),
                row.getString("node"),
                row.getString("address"),
                row.getString("browser"),
                id.equals(current));
    }
}
