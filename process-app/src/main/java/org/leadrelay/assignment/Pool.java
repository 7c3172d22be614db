package org.leadrelay.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places of all reps. Whoever takes or frees one locks the pool first and keeps it locked until
 * the end of the transaction, so that nobody reads a place that is being given away.
 */
@Component
class Pool {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final int defaultCapacity;

    Pool(
            JdbcClient jdbc,
            People people,
            Clock clock,
            @Value("${leadrelay.reps.capacity:60}") int defaultCapacity) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
        this.defaultCapacity = defaultCapacity;
    }

    /** Waits for whoever takes or frees a place now; held until this transaction ends. */
    void lock() {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('org.leadrelay.assignment.pool', 0))")
                .query(row -> {});
    }

    /** Every active rep, with what speaks against giving them this lead in this lap. */
    List<Candidate> candidates(UUID leadId, long lap, boolean sameRepAllowed) {
        return jdbc.sql(
                        """
                        select r.login, coalesce(c.capacity, :capacity) as capacity,
                               (select count(*) from rep_place p where p.login = r.login) as open,
                               exists (select 1 from rep_absence a
                                       where a.login = r.login and a.from_at <= :now
                                         and (a.until_at is null or a.until_at > :now)) as absent,
                               not :again and exists (
                                       select 1 from hand_off_decline d
                                       where d.lead_id = :lead and d.lap = :lap
                                         and d.login = r.login) as declined,
                               c.last_lead_at, coalesce(c.choices, 0) as choices
                        from unnest(:logins::text[]) as r(login)
                        left join rep_capacity c on c.login = r.login
                        """)
                .param("capacity", defaultCapacity)
                .param("now", Timestamp.from(clock.instant()))
                .param("again", sameRepAllowed)
                .param("lead", leadId)
                .param("lap", lap)
                .param("logins", logins())
                .query(Pool::candidate)
                .list();
    }

    private String[] logins() {
        return people.loginsByRole(Roles.SALES_REP).toArray(String[]::new);
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getString("login"),
                row.getInt("capacity"),
                row.getLong("open"),
                row.getBoolean("absent"),
                row.getBoolean("declined"),
                instant(row.getTimestamp("last_lead_at")),
                row.getLong("choices"));
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    Optional<Place> placeOf(UUID leadId) {
        return jdbc.sql("select login, lap from rep_place where lead_id = ?")
                .param(leadId)
                .query((row, number) -> new Place(row.getString(1), row.getLong(2)))
                .optional();
    }

    record Place(String login, long lap) {}

    void take(UUID leadId, long lap, String login) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into rep_place (lead_id, login, lap, taken_at) values (?, ?, ?, ?)
                        on conflict (lead_id) do update
                        set login = excluded.login, lap = excluded.lap, taken_at = excluded.taken_at
                        """)
                .params(leadId, login, lap, now)
                .update();
        jdbc.sql(
                        """
                        insert into rep_capacity (login, last_lead_at, choices) values (?, ?, 1)
                        on conflict (login) do update
                        set last_lead_at = excluded.last_lead_at,
                            choices = rep_capacity.choices + 1
                        """)
                .params(login, now)
                .update();
    }

    /** Gives a lead's place back; false when it had none. */
    boolean free(UUID leadId) {
        return jdbc.sql("delete from rep_place where lead_id = ?").param(leadId).update() > 0;
    }

    /** Gives a lead's place back if that rep holds it. */
    boolean free(UUID leadId, String login) {
        return jdbc.sql("delete from rep_place where lead_id = ? and login = ?")
                        .params(leadId, login)
                        .update()
                > 0;
    }
}
