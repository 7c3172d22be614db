package org.leadrelay.process.engine;

import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Flyway migration of the engine's tables, from the scripts that lie in the engine's own jar.
 *
 * <p>The name of this class must stay, whatever engine its package holds: Flyway keeps version and
 * description of it in the history of every database.
 */
@Component
@SuppressWarnings("TypeName") // Flyway reads version and description from the name
class V1__camunda_engine extends BaseJavaMigration {

    private static final String[] PARTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index act_idx_job_type_duedate on act_ru_job (type_ desc, duedate_ asc)");
        }
    }
}
