package org.leadrelay.lead;

import java.sql.Connection;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Data migration of what was stored before to the form of {@link
 * org.leadrelay.platform.TextNormalizer}: facts, identities, leads' own rows and listed values. Two
 * leads that turn out to have one identity become a case for a person; the identity stays with the
 * older one. Objections are not touched: they are looked up in their earlier spelling too.
 */
@Component
@SuppressWarnings("TypeName") // Flyway reads version and description from the name
class V89__one_meaning_of_text extends BaseJavaMigration {

    @Override
    public void migrate(Context context) {
        bringUp(context.getConnection());
    }

    /** Changes nothing the second time. */
    static void bringUp(Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var stored = new StoredTexts(jdbc);
        stored.facts();
        stored.identities();
        stored.leads();
        stored.listedValues();
        stored.sameNameAndPhone();
    }
}
