package org.leadrelay.calendar;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the calendars of teams and reps. */
@Component
class CalendarUseTable {

    private final JdbcClient jdbc;
    private final OperationLog log;

    CalendarUseTable(JdbcClient jdbc, OperationLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    Map<UUID, String> ofTeams() {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select team_id, calendar_id from calendar_of_team")
                .query((row, n) -> found.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return found;
    }

    Map<String, String> ofReps() {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("select login, calendar_id from calendar_of_rep")
                .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return found;
    }

    void giveTeam(UUID team, String calendar, String by, OffsetDateTime at) {
        note(Kind.CALENDAR_GIVEN, "team", team, ofTeams().get(team), calendar);
        jdbc.sql("""
            insert into calendar_of_team values (?, ?, ?, ?)
            on conflict (team_id) do update
            set calendar_id = excluded.calendar_id, set_by = excluded.set_by, set_at = excluded.set_at
            """).params(team, calendar, by, at).update();
    }

    void giveRep(String login, String calendar, String by, OffsetDateTime at) {
        note(Kind.CALENDAR_GIVEN, "rep", login, ofReps().get(login), calendar);
        jdbc.sql("""
            insert into calendar_of_rep values (?, ?, ?, ?)
            on conflict (login) do update
            set calendar_id = excluded.calendar_id, set_by = excluded.set_by, set_at = excluded.set_at
            """).params(login, calendar, by, at).update();
    }

    void takeFromTeam(UUID team) {
        note(Kind.CALENDAR_TAKEN, "team", team, ofTeams().get(team), null);
        jdbc.sql("delete from calendar_of_team where team_id = ?").param(team).update();
    }

    void takeFromRep(String login) {
        note(Kind.CALENDAR_TAKEN, "rep", login, ofReps().get(login), null);
        jdbc.sql("delete from calendar_of_rep where login = ?").param(login).update();
    }

    private void note(Kind kind, String whose, Object subject, @Nullable String before, @Nullable String after) {
        LineDetails changed = LineDetails.ofChange("calendar", before, after);
        if (!changed.isEmpty()) {
            log.add(
                    StreamKind.AGREEMENT,
                    kind,
                    subject.toString(),
                    changed.and("of", whose).map());
        }
    }
}
