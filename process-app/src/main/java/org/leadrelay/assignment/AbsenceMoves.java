package org.leadrelay.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of what absences did to the open tasks of reps. */
@Component
class AbsenceMoves {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param to null when nobody was able, and the task went back to its role
     */
    void add(UUID absence, String taskId, @Nullable String to) {
        jdbc.sql("insert into absence_move (absence_id, task_id, to_login, moved_at) values (?, ?, ?, ?)")
                .params(absence, taskId, to, Sql.time(clock.instant()))
                .update();
    }

    /** By absence, how many tasks went to whom; nothing for an absence that moved none. */
    Map<UUID, List<Absence.Moved>> of(Collection<UUID> absences) {
        Map<UUID, List<Absence.Moved>> moved = new HashMap<>();
        if (absences.isEmpty()) {
            return moved;
        }
        jdbc.sql("""
            select absence_id, to_login, count(*) as tasks from absence_move
            where absence_id = any (?::uuid[])
            group by absence_id, to_login order by to_login nulls last
            """)
                .param(absences.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    moved.computeIfAbsent(row.getObject("absence_id", UUID.class), id -> new ArrayList<>())
                            .add(new Absence.Moved(row.getString("to_login"), row.getLong("tasks")));
                });
        return moved;
    }
}
