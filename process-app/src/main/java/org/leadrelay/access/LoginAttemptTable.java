package org.leadrelay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.LoginBlocks.LoginBlock;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of failed logins, shared by all nodes, and of the addresses of successful ones. */
@Component
class LoginAttemptTable {

    private static final Duration ADDRESS_NOTED_EVERY = Duration.ofDays(1);

    private final JdbcClient jdbc;

    LoginAttemptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted: a kind with the login, the address, or both. */
    record Subject(ThrottleKind kind, String login, String address) {}

    /**
     * A count.
     *
     * @param since when the series began
     */
    record Count(
            long id,
            ThrottleKind kind,
            String login,
            int failures,
            Instant since,
            Instant lastAt,
            Instant blockedUntil) {}

    /**
     * What failed in a series since its last line in the log.
     *
     * @param login as it was typed; told only where somebody has it
     * @param tries how many are new
     */
    record Failed(
            ThrottleKind kind,
            String login,
            boolean known,
            int tries,
            Instant since,
            Instant last,
            Instant blockedUntil) {

        Failed and(Failed other) {
            return new Failed(
                    kind,
                    "",
                    false,
                    tries + other.tries,
                    since.isBefore(other.since) ? since : other.since,
                    last.isAfter(other.last) ? last : other.last,
                    blockedUntil.isAfter(other.blockedUntil) ? blockedUntil : other.blockedUntil);
        }
    }

    /** A series of wrong passwords for one login. */
    record Series(String login, int failures, Instant since) {}

    /** Holds the rows until the transaction ends; give the subjects in the order of their kinds. */
    List<Count> lock(List<Subject> subjects, Instant now) {
        List<Count> counts = new ArrayList<>();
        for (Subject each : subjects) {
            counts.add(jdbc.sql("""
                insert into login_attempt
                    (kind, login, address, since, last_at, blocked_until)
                values (:kind, :login, :address, :now, :now, :now)
                on conflict (kind, login, address)
                    do update set kind = excluded.kind
                returning *
                """)
                    .param("kind", each.kind().code())
                    .param("login", each.login())
                    .param("address", each.address())
                    .param("now", Sql.time(now))
                    .query(LoginAttemptTable::count)
                    .single());
        }
        return counts;
    }

    /** Starts a new series where this is its first failure. */
    void save(Count count) {
        jdbc.sql("""
            update login_attempt
            set failures = :failures, since = :since, last_at = :last,
                blocked_until = :until, told = told and :failures > 1,
                logged = case when :failures > 1 then logged else 0 end
            where id = :id
            """)
                .param("failures", count.failures())
                .param("since", Sql.time(count.since()))
                .param("last", Sql.time(count.lastAt()))
                .param("until", Sql.time(count.blockedUntil()))
                .param("id", count.id())
                .update();
    }

    /** Takes one failure back, and the wait that it began. */
    void giveBack(Count count) {
        jdbc.sql("""
            update login_attempt
            set failures = greatest(0, failures - 1), logged = least(logged, greatest(0, failures - 1)),
                blocked_until = case when blocked_until = :until then last_at
                                     else blocked_until end
            where id = :id
            """)
                .param("until", Sql.time(count.blockedUntil()))
                .param("id", count.id())
                .update();
    }

    void delete(long id) {
        remove(id);
    }

    /** What was counted there; empty when it is gone already. */
    Optional<Count> remove(long id) {
        return jdbc.sql("delete from login_attempt where id = ? returning *")
                .param(id)
                .query(LoginAttemptTable::count)
                .optional();
    }

    /** Until when no try is taken; empty when it never was so. */
    Optional<Instant> blockedUntil(Subject subject) {
        return jdbc.sql("""
            select blocked_until from login_attempt
            where kind = ? and login = ? and address = ?
            """)
                .params(subject.kind().code(), subject.login(), subject.address())
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }

    /** All that are blocked now, the longest first. */
    List<LoginBlock> blocked(Instant now) {
        return jdbc.sql("""
            select * from login_attempt where blocked_until > ?
            order by blocked_until desc, id
            """)
                .param(Sql.time(now))
                .query((row, number) -> block(row))
                .list();
    }

    /** Claims the series of at least that many failures that were not reported yet. */
    List<Series> untold(int failures) {
        return jdbc.sql("""
            update login_attempt set told = true
            where kind = 'login' and not told and failures >= ?
            returning login, failures, since
            """)
                .param(failures)
                .query((row, number) ->
                        new Series(row.getString("login"), row.getInt("failures"), Sql.instant(row, "since")))
                .list();
    }

    /**
     * The series in which something failed that stands in no line yet; it does from here on.
     *
     * @param settled none with a try after that, which may yet turn out to be right
     * @param again none with a line after that
     */
    List<Failed> unlogged(Instant now, Instant settled, Instant again) {
        return jdbc.sql("""
            update login_attempt a set logged = a.failures, logged_at = :now
            from (
                select id, logged as before from login_attempt
                where kind in ('login', 'key') and failures > logged and last_at <= :settled
                    and (logged_at is null or logged_at <= :again)
                order by id for update) old
            where a.id = old.id
            returning a.*, a.failures - old.before as tries,
                exists (select from person p where p.login = a.login) as known
            """)
                .param("now", Sql.time(now))
                .param("settled", Sql.time(settled))
                .param("again", Sql.time(again))
                .query((row, number) -> new Failed(
                        ThrottleKind.ofCode(row.getString("kind")),
                        row.getString("login"),
                        row.getBoolean("known"),
                        row.getInt("tries"),
                        Sql.instant(row, "since"),
                        Sql.instant(row, "last_at"),
                        Sql.instant(row, "blocked_until")))
                .list();
    }

    /** Deletes what counts no more. */
    int deleteForgotten(ThrottleKind kind, Instant now) {
        ThrottleLimit limit = kind.limit();
        return jdbc.sql("""
            delete from login_attempt
            where kind = :kind and blocked_until <= :now
              and last_at + failures * cast(:each as interval) <= :now
            """)
                .param("kind", kind.code())
                .param("each", limit.forgottenEvery().toString())
                .param("now", Sql.time(now))
                .update();
    }

    /** Whether this person has logged in from there before. */
    boolean isKnown(String login, String address) {
        return jdbc.sql("select count(*) from login_address where login = ? and address = ?")
                        .params(login, address)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes a successful login, once a day. */
    void noteKnown(String login, String address, Instant now) {
        jdbc.sql("""
            insert into login_address as known (login, address, last_at)
            values (:login, :address, :now)
            on conflict (login, address) do update set last_at = excluded.last_at
            where known.last_at < :before
            """)
                .param("login", login)
                .param("address", address)
                .param("now", Sql.time(now))
                .param("before", Sql.time(now.minus(ADDRESS_NOTED_EVERY)))
                .update();
    }

    int deleteKnownBefore(Instant before) {
        return jdbc.sql("delete from login_address where last_at < ?")
                .param(Sql.time(before))
                .update();
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getLong("id"),
                ThrottleKind.ofCode(row.getString("kind")),
                row.getString("login"),
                row.getInt("failures"),
                Sql.instant(row, "since"),
                Sql.instant(row, "last_at"),
                Sql.instant(row, "blocked_until"));
    }

    private static LoginBlock block(ResultSet row) throws SQLException {
        String login = row.getString("login");
        String address = row.getString("address");
        return new LoginBlock(
                row.getLong("id"),
                row.getString("kind"),
                login.isEmpty() ? null : login,
                address.isEmpty() ? null : address,
                row.getInt("failures"),
                Sql.instant(row, "since"),
                Sql.instant(row, "blocked_until"));
    }
}
