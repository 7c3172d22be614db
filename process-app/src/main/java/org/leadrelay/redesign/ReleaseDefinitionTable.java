package org.leadrelay.redesign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of what the engine made of each release: ids and versions of its processes and tables. */
@Component
class ReleaseDefinitionTable {

    private final JdbcClient jdbc;

    ReleaseDefinitionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ModelStore.Definition> of(int release) {
        return jdbc.sql("""
            select kind, key, version, definition_id from release_definition where release = ? order by kind, key
            """)
                .param(release)
                .query((row, n) -> new ModelStore.Definition(
                        ReleaseCodes.kind(row.getString(1)), row.getString(2), row.getInt(3), row.getString(4)))
                .list();
    }

    void put(int release, List<ModelStore.Definition> definitions) {
        for (ModelStore.Definition each : definitions) {
            jdbc.sql("""
                insert into release_definition (release, kind, key, version, definition_id) values (?, ?, ?, ?, ?)
                """)
                    .params(release, each.kind().code(), each.key(), each.version(), each.id())
                    .update();
        }
    }
}
