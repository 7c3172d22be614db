package org.leadrelay.promise.report;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineReader;
import org.leadrelay.platform.NodeHeartbeats;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Sweep;
import org.leadrelay.promise.PromiseClock;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scheduled attribution of the time of ended promises, asynchronous: no command that ends a promise waits for it. */
@Component
public class TimeAttributionJob implements Sweep {

    private static final int BATCH = 500;

    /** A transaction that ended a promise earlier than another may become visible later. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private static final String UNATTRIBUTED = """
        select p.id, p.lead_id, p.element, p.calendar_version, p.opened_at, p.due_at, p.ended_at, p.state
        from promise p
        where p.ended_at >= ? and not exists (select from promise_time t where t.promise_id = p.id)
        order by p.ended_at limit ?\
        """;
    private static final String TOLD = """
        select lead_id, at, format, kind, person, person_ref, element_id, details from journey_log
        where lead_id = any(?) and (kind like 'promise-%' or kind like 'task-%')
        order by lead_id, seq\
        """;
    private static final String KEEP = "insert into promise_time values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (promise_id) do nothing";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final LineReader reader;
    private final BusinessCalendars calendars;
    private final NodeHeartbeats life;
    private final TransactionTemplate transactions;
    private final PromiseClock clock;
    private volatile Instant from = Instant.EPOCH;

    TimeAttributionJob(
            JdbcClient jdbc,
            JdbcTemplate batch,
            LineReader reader,
            BusinessCalendars calendars,
            NodeHeartbeats life,
            TransactionTemplate transactions,
            PromiseClock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.reader = reader;
        this.calendars = calendars;
        this.life = life;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reports are read when the clock stands. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        if (clock.now().isBefore(from)) {
            again(); // the clock was turned back: what ends now ends before what was counted last
        }
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNullElse(transactions.execute(status -> next()), 0);
            all += some;
        } while (some == BATCH);
        return all;
    }

    /** From the beginning again: the ledger was rebuilt. */
    public void again() {
        from = Instant.EPOCH;
    }

    private int next() {
        List<Ended> unattributed = jdbc.sql(UNATTRIBUTED)
                .params(Sql.time(from), BATCH)
                .query((row, n) -> ended(row))
                .list();
        if (unattributed.isEmpty()) {
            return 0;
        }
        Map<UUID, List<Ended>> ofLead = new LinkedHashMap<>();
        unattributed.forEach(each ->
                ofLead.computeIfAbsent(each.lead(), l -> new ArrayList<>()).add(each));
        tell(ofLead);
        Optional<Instant> first =
                unattributed.stream().map(each -> each.whose().opened()).min(Instant::compareTo);
        Instant last = unattributed.get(unattributed.size() - 1).at();
        List<NodeHeartbeats.Down> downs = life.between(first.orElse(last), last);
        batch.batchUpdate(
                KEEP, unattributed.stream().map(each -> row(each, downs)).toList());
        Instant now = clock.now(); // which may be behind an end, when the clock was turned back
        Instant done = (last.isBefore(now) ? last : now).minus(OVERLAP);
        from = done.isAfter(from) ? done : from;
        return unattributed.size();
    }

    private void tell(Map<UUID, List<Ended>> ofLead) {
        LineReader.Rows read = reader.rows();
        batch.query(
                connection -> {
                    PreparedStatement lines = connection.prepareStatement(TOLD);
                    lines.setArray(
                            1, connection.createArrayOf("uuid", ofLead.keySet().toArray()));
                    return lines;
                },
                row -> {
                    Kind kind = Kind.ofCode(row.getString("kind"));
                    Instant at = Sql.instant(row, "at");
                    Map<String, Object> details = read.details(row);
                    String person = read.person(row);
                    for (Ended each : ofLead.getOrDefault(row.getObject("lead_id", UUID.class), List.of())) {
                        each.onEvent(kind, at, person, row.getString("element_id"), details);
                    }
                });
    }

    private @Nullable Object[] row(Ended promise, List<NodeHeartbeats.Down> downs) {
        BusinessCalendar calendar = calendars.version(promise.calendarVersion());
        Map<TimeShare, Duration> whole = promise.whose().share(Instant.MIN, promise.at(), calendar, downs);
        Map<TimeShare, Duration> late =
                promise.whose().share(promise.late() ? promise.due() : promise.at(), promise.at(), calendar, downs);
        ArrayList<Object> row = new ArrayList<@Nullable Object>();
        row.add(promise.id());
        for (Map<TimeShare, Duration> shares : List.of(whole, late)) {
            for (TimeShare part : TimeShare.values()) {
                row.add(shares.getOrDefault(part, Duration.ZERO).toMillis());
            }
        }
        return row.toArray();
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getInt("calendar_version"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "ended_at"),
                row.getString("state").equals("broken"),
                new TimeAttribution(row.getString("element"), Sql.instant(row, "opened_at")),
                new Listening());
    }

    private static final class Listening {
        private boolean on;
    }

    private record Ended(
            UUID id,
            UUID lead,
            int calendarVersion,
            Instant due,
            Instant at,
            boolean late,
            TimeAttribution whose,
            Listening listening) {

        /** Only what lies between the promise's own first and last line is its story. */
        void onEvent(Kind kind, Instant when, String person, @Nullable String element, Map<String, Object> details) {
            boolean mine = id.toString().equals(details.get("promise"));
            if (mine && kind == Kind.PROMISE_OPENED) {
                listening.on = true;
            }
            if (listening.on) {
                whose.onEvent(kind, when, person, element, mine, details);
            }
            if (mine && details.containsKey("ended")) {
                listening.on = false;
            }
        }
    }
}
