package org.leadrelay.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Query of the leads that were merged into one, directly or through others. What was written about them belongs to the record of
 * the one that survived.
 */
@Repository
class MergedLeads {

    private final JdbcClient jdbc;

    MergedLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, what each was known by. */
    Map<UUID, String> into(UUID leadId) {
        Map<UUID, String> names = new LinkedHashMap<>();
        jdbc.sql("""
            with recursive gone as (
                select id from lead where merged_into = :lead
                union
                select l.id from lead l join gone g on l.merged_into = g.id)
            select l.id, concat_ws(' ', coalesce(l.name, l.email, l.company),
                '#' || coalesce(l.number, l.external_id)) as name
            from gone g join lead l on l.id = g.id order by l.captured_at, l.id
            """).param("lead", leadId).query(row -> {
            names.put(Sql.uuid(row, "id"), row.getString("name"));
        });
        return names;
    }
}
