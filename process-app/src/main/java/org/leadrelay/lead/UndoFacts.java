package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facts that go back to what they were before an import. A fact goes back only while it is what the
 * import said and nobody has changed it since; both values stay in the history.
 */
@Component
class UndoFacts {

    /** Stands in the history where a value was replaced by what had been before. */
    static final String UNDO = "import undone";

    private final JdbcClient jdbc;
    private final Clock clock;

    UndoFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A value with who says so.
     *
     * @param history the line of the history that keeps it; null for what is known now
     * @param later of what is known now: stated again after the import; of what was: replaced after
     *     it
     */
    private record Known(
            String value,
            FactSource.Kind kind,
            String source,
            @Nullable String person,
            @Nullable Long history,
            boolean later) {

        boolean is(FactChange change, UndoScope scope) {
            return !later
                    && kind == FactSource.Kind.CAPTURED
                    && value.equals(change.after())
                    && source.equals(scope.origin())
                    && Objects.equals(person, scope.person());
        }
    }

    /** What was replaced since the import began, oldest first. */
    private record Replaced(String name, Known known) {}

    /** The facts of one lead, and what they were since the import began. */
    static final class FactHistory {
        private final Map<String, Known> now = new HashMap<>();
        private final List<Replaced> replaced = new ArrayList<>();

        /** Takes a change back in this picture; true when it can go back. */
        private boolean back(FactChange change, UndoScope scope) {
            Known current = now.get(change.name());
            boolean later = replaced.stream()
                    .anyMatch(each -> each.known().later() && each.name().equals(change.name()));
            if (current == null || later || !current.is(change, scope)) {
                return false;
            }
            if (change.before() == null) {
                now.remove(change.name());
                return true;
            }
            for (int i = replaced.size() - 1; i >= 0; i--) {
                Replaced each = replaced.get(i);
                if (each.name().equals(change.name()) && each.known().value().equals(change.before())) {
                    now.put(change.name(), each.known());
                    replaced.remove(i);
                    return true;
                }
            }
            return false;
        }
    }

    Map<UUID, FactHistory> past(Collection<UUID> leads, UndoScope scope) {
        Map<UUID, FactHistory> past =
                leads.stream().distinct().collect(Collectors.toMap(each -> each, id -> new FactHistory()));
        UUID[] ids = leads.toArray(UUID[]::new);
        jdbc.sql("""
            select lead_id, name, value, kind, source, person, at > ? as later
            from lead_fact where lead_id = any(?)
            """).params(Sql.time(scope.to()), ids).query(row -> {
            of(past, Sql.uuid(row, "lead_id")).now.put(row.getString("name"), known(row, null));
        });
        jdbc.sql("""
            select id, lead_id, name, value, kind, source, person, replaced_at > ? as later
            from lead_fact_history
            where lead_id = any(?) and was_current and value is not null and replaced_at >= ?
            order by id
            """).params(Sql.time(scope.to()), ids, Sql.time(scope.from())).query(row -> {
            of(past, Sql.uuid(row, "lead_id"))
                    .replaced
                    .add(new Replaced(row.getString("name"), known(row, row.getLong("id"))));
        });
        return past;
    }

    private static Known known(ResultSet row, @Nullable Long replaced) throws SQLException {
        return new Known(
                row.getString("value"),
                FactSource.Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("person"),
                replaced,
                row.getBoolean("later"));
    }

    private static FactHistory of(Map<UUID, FactHistory> past, UUID lead) {
        return Objects.requireNonNull(past.get(lead));
    }

    /** Which of the changes can go back: the last first, for one row may build on another. */
    static List<UndoPlan.Fact> plan(FactHistory past, List<FactChange> changes, UndoScope scope) {
        List<UndoPlan.Fact> planned = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            FactChange each = changes.get(i);
            planned.add(0, new UndoPlan.Fact(each, past.back(each, scope)));
        }
        return planned;
    }

    /**
     * Makes the facts of a lead what {@link #plan} has left in the picture.
     *
     * @return the names of those that went back
     */
    List<String> putBack(UUID leadId, FactHistory past, List<UndoPlan.Fact> planned) {
        List<String> names = planned.stream()
                .filter(UndoPlan.Fact::back)
                .map(each -> each.change().name())
                .distinct()
                .toList();
        for (String name : names) {
            keep(leadId, name);
            Known before = past.now.get(name);
            if (before == null) {
                jdbc.sql("delete from lead_fact where lead_id = ? and name = ?")
                        .params(leadId, name)
                        .update();
            } else {
                jdbc.sql("""
                    update lead_fact f set label = h.label, value = h.value,
                        kind = h.kind, source = h.source, person = h.person, step = h.step, at = h.at
                    from lead_fact_history h
                    where h.id = ? and f.lead_id = ? and f.name = ?
                    """).params(before.history(), leadId, name).update();
            }
        }
        return names;
    }

    private void keep(UUID leadId, String name) {
        jdbc.sql("""
            insert into lead_fact_history (lead_id, name, label, value, kind, source, person, step,
                at, replaced_at, replaced_by, was_current)
            select lead_id, name, label, value, kind, source, person, step, at, ?, ?, true
            from lead_fact where lead_id = ? and name = ?
            """).params(Sql.time(clock.instant()), UNDO, leadId, name).update();
    }
}
