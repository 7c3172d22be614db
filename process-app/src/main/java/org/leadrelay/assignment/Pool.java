package org.leadrelay.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.TransactionBound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pool of the capacity of all reps, guarded by one lock. Whoever takes one locks the pool first and
 * keeps it locked until the end of the transaction, so that nobody reads a place that is being given away; a choice therefore has a short
 * transaction of its own ({@link PlaceReservation}). Whoever frees one need not: until their commit it counts as taken.
 */
@Component
class Pool {

    private static final String NAME = "org.leadrelay.assignment.pool";

    /** More rows than this of one rep's open places are summed up; fewer are read as they are. */
    private static final int FEW = 8;

    private final JdbcClient jdbc;
    private final AdvisoryLock lock;
    private final People people;
    private final Presence presence;
    private final RepLimits limits;
    private final Clock clock;

    Pool(JdbcClient jdbc, AdvisoryLock lock, People people, Presence presence, RepLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.people = people;
        this.presence = presence;
        this.limits = limits;
        this.clock = clock;
    }

    /** Waits for whoever takes a place now; held until this transaction ends. */
    void lock() {
        touched();
        lock.awaitUntilCommit(NAME);
    }

    /** The same for a short transaction within another. */
    void lockBriefly() {
        touched();
        lock.awaitUntilInnerCommit(NAME);
    }

    /** The current transaction holds the pool or has changed places: no other one may be waited for that needs them. */
    void touched() {
        TransactionBound.of(this, Touched.class, () -> new Touched(this));
    }

    boolean isTouched() {
        return TransactionBound.find(this, Touched.class).isPresent();
    }

    private static final class Touched extends TransactionBound {

        Touched(Pool pool) {
            super(pool);
        }
    }

    /**
     * Every active rep, with what speaks against giving them this lead. What they were given in their period is counted only where it is limited,
     * and for {@link HandOff#ANY} always.
     */
    List<Candidate> candidates(HandOff lead) {
        List<String> logins = people.loginsByRole(Roles.SALES_REP);
        Instant now = clock.instant();
        return jdbc.sql("""
            select r.login, coalesce(c.capacity, :capacity) as capacity,
                   coalesce(o.open, 0) as open,
                   coalesce(c.period, :period) as period,
                   coalesce(c.per_period, :perPeriod) as per_period,
                   case when :any or coalesce(c.per_period, :perPeriod) is not null then
                       (select count(*) from rep_given g where g.login = r.login
                          and g.given_at >= case coalesce(c.period, :period)
                              when 'day' then r.day else r.week end)
                       else 0 end as in_period,
                   array(select s.skill from rep_skill s where s.login = r.login
                         order by s.skill) as skills,
                   exists (select 1 from rep_absence a
                           where a.login = r.login and a.from_at <= :now
                             and (a.until_at is null or a.until_at > :now)) as absent,
                   array(select a.from_at from rep_absence a
                         where a.login = r.login and a.from_at > :now
                         order by a.from_at, a.id) as leaves_at,
                   array(select a.until_at from rep_absence a
                         where a.login = r.login and a.from_at > :now
                         order by a.from_at, a.id) as returns_at,
                   not :again and exists (
                           select 1 from hand_off_decline d
                           where d.lead_id = :lead and d.lap = :lap
                             and d.login = r.login) as declined,
                   c.last_lead_at, coalesce(c.choices, 0) as choices
            from unnest(:logins::text[], :days::timestamptz[], :weeks::timestamptz[])
                 as r(login, day, week)
            left join rep_capacity c on c.login = r.login
            left join (select p.login, sum(p.n) as open from rep_place_count p group by p.login) o on o.login = r.login
            """)
                .param("capacity", limits.capacity())
                .param("period", limits.period().code())
                .param("perPeriod", limits.perPeriod(), Types.INTEGER)
                .param("now", Sql.time(now))
                .param("any", lead.equals(HandOff.ANY))
                .param("again", lead.sameRepAllowed())
                .param("lead", lead.leadId())
                .param("lap", lead.lap())
                .param("logins", logins.toArray(String[]::new))
                .param("days", starts(Period.DAY, now, logins))
                .param("weeks", starts(Period.WEEK, now, logins))
                .query(this::candidate)
                .list();
    }

    /** As texts: the driver takes no array of instants. */
    private String[] starts(Period period, Instant now, List<String> logins) {
        return logins.stream()
                .map(login -> period.start(now, presence.hoursOf(login).zone()).toString())
                .toArray(String[]::new);
    }

    private Candidate candidate(ResultSet row, int number) throws SQLException {
        String login = row.getString("login");
        return new Candidate(
                login,
                row.getInt("capacity"),
                row.getLong("open"),
                Period.of(row.getString("period")),
                row.getObject("per_period", Integer.class),
                row.getLong("in_period"),
                Set.of((String[]) row.getArray("skills").getArray()),
                row.getBoolean("absent"),
                presence.leavingFor(login, ahead(row)),
                row.getBoolean("declined"),
                Sql.instantOrNull(row, "last_lead_at"),
                row.getLong("choices"));
    }

    private static List<Presence.Leave> ahead(ResultSet row) throws SQLException {
        Timestamp[] from = (Timestamp[]) row.getArray("leaves_at").getArray();
        Timestamp[] until = (Timestamp[]) row.getArray("returns_at").getArray();
        List<Presence.Leave> leaves = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            leaves.add(new Presence.Leave(from[i].toInstant(), until[i] == null ? null : until[i].toInstant()));
        }
        return leaves;
    }

    Optional<Place> placeOf(UUID leadId) {
        return jdbc.sql("select login, lap, chosen from rep_place where lead_id = ?")
                .param(leadId)
                .query(Place.class)
                .optional();
    }

    /**
     * @param chosen whether a choice took it; otherwise it was given or kept for a lead that waited
     */
    record Place(String login, long lap, boolean chosen) {}

    /** Takes a place that is given, or kept for a lead that waited. */
    void take(UUID leadId, long lap, String login) {
        take(leadId, lap, login, false);
    }

    /**
     * Whoever has a place waits for none. Many rows of a rep's open places, and those that add up to nothing, are replaced by their sum on the way: nobody else
     * does, for the pool is held.
     */
    void take(UUID leadId, long lap, String login, boolean chosen) {
        touched();
        jdbc.sql("""
            with waited as (
                delete from hand_off_waiting where lead_id = :lead),
            counted as (
                delete from rep_place_count where login in (
                    select login from rep_place_count
                    group by login having count(*) > :few or sum(n) = 0)
                returning login, n),
            summed as (
                insert into rep_place_count (login, n)
                select login, sum(n) from counted group by login having sum(n) <> 0),
            place as (
                insert into rep_place (lead_id, login, lap, taken_at, chosen)
                values (:lead, :login, :lap, :now, :chosen)
                on conflict (lead_id) do update
                set login = excluded.login, lap = excluded.lap,
                    taken_at = excluded.taken_at, chosen = excluded.chosen),
            given as (
                insert into rep_given (lead_id, lap, login, given_at)
                values (:lead, :lap, :login, :now)
                on conflict (lead_id, lap, login) do update
                set given_at = excluded.given_at)
            insert into rep_capacity (login, last_lead_at, choices)
            values (:login, :now, 1)
            on conflict (login) do update
            set last_lead_at = excluded.last_lead_at,
                choices = rep_capacity.choices + 1
            """)
                .param("lead", leadId)
                .param("lap", lap)
                .param("login", login)
                .param("chosen", chosen)
                .param("few", FEW)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /** The rep does not have the lead after all: it no longer counts in the rep's period. */
    void notGiven(UUID leadId, long lap, String login) {
        touched();
        jdbc.sql("delete from rep_given where lead_id = ? and lap = ? and login = ?")
                .params(leadId, lap, login)
                .update();
    }

    /** Gives a lead's place back; false when it had none. */
    boolean free(UUID leadId) {
        touched();
        return jdbc.sql("delete from rep_place where lead_id = ?").param(leadId).update() > 0;
    }

    /** Gives back all that a lead has or waits for, and forgets who declined it; false when it had no place. */
    boolean leave(UUID leadId) {
        touched();
        return jdbc.sql("""
            with waited as (
                delete from hand_off_waiting where lead_id = :lead),
            declined as (
                delete from hand_off_decline where lead_id = :lead)
            delete from rep_place where lead_id = :lead
            """).param("lead", leadId).update() > 0;
    }
}
