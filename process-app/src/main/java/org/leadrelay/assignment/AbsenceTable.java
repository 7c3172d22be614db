package org.leadrelay.assignment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When reps are away. */
@Component
class AbsenceTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By login, what is not over yet. */
    Map<String, List<Absence>> present() {
        Map<String, List<Absence>> byLogin = new HashMap<>();
        jdbc.sql(
                        """
                        select login, id, from_at, until_at from rep_absence
                        where until_at is null or until_at > ? order by from_at
                        """)
                .param(now())
                .query(
                        row -> {
                            byLogin.computeIfAbsent(
                                            row.getString("login"), login -> new ArrayList<>())
                                    .add(
                                            new Absence(
                                                    row.getObject("id", UUID.class),
                                                    row.getTimestamp("from_at").toInstant(),
                                                    Pool.instant(row.getTimestamp("until_at"))));
                        });
        return byLogin;
    }

    void add(String login, Instant from, @Nullable Instant until, String setBy) {
        jdbc.sql(
                        """
                        insert into rep_absence (id, login, from_at, until_at, set_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        login,
                        Timestamp.from(from),
                        until == null ? null : Timestamp.from(until),
                        setBy)
                .update();
    }

    /** Ends what runs now; an absence that began this very instant never was. */
    void end(String login) {
        jdbc.sql("delete from rep_absence where login = ? and from_at = ?")
                .params(login, now())
                .update();
        jdbc.sql(
                        """
                        update rep_absence set until_at = ?
                        where login = ? and from_at < ? and (until_at is null or until_at > ?)
                        """)
                .params(now(), login, now(), now())
                .update();
    }

    boolean remove(String login, UUID id) {
        return jdbc.sql("delete from rep_absence where id = ? and login = ?")
                        .params(id, login)
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
