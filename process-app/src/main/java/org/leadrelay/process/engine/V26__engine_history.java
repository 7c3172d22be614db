package org.leadrelay.process.engine;

import java.sql.PreparedStatement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Flyway migration of the engine's history level to our own ({@link OperationsHistoryLevel}). An engine looks at this row
 * when it starts, and never again: nodes that run go on at the level they have.
 *
 * <p>The name of this class must stay, as that of {@link V1__camunda_engine}.
 */
@Component
@SuppressWarnings("TypeName") // Flyway reads version and description from the name
class V26__engine_history extends BaseJavaMigration {

    private static final String SET = """
        insert into act_ge_property (name_, value_, rev_) values ('historyLevel', ?, 1)
        on conflict (name_) do update set value_ = excluded.value_, rev_ = act_ge_property.rev_ + 1
        """;

    @Override
    public void migrate(Context context) throws Exception {
        try (PreparedStatement statement = context.getConnection().prepareStatement(SET)) {
            statement.setString(1, Integer.toString(OperationsHistoryLevel.ID));
            statement.executeUpdate();
        }
    }
}
