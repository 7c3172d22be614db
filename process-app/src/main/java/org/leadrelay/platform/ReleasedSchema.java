package org.leadrelay.platform;

import java.nio.file.Path;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateOutput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Schema version check before Flyway migrates. The migrations of the first release are never
 * changed, so a history that tells of others under their versions was made by an unreleased build;
 * such a database is refused and left as it is. What a newer build added is no reason: during an
 * update in steps the old nodes go on with it.
 */
@Component
class ReleasedSchema implements FlywayMigrationStrategy {

    /** The last migration of version 0.1.0. */
    private static final MigrationVersion FIRST_RELEASE = MigrationVersion.fromVersion("14");

    private static final Set<ErrorCode> OTHERS = Set.of(
            CoreErrorCode.CHECKSUM_MISMATCH,
            CoreErrorCode.DESCRIPTION_MISMATCH,
            CoreErrorCode.TYPE_MISMATCH,
            CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED);

    private static final String MIGRATE_FIRST = "Run the same program once with the argument 'migrate' and"
            + " SPRING_DATASOURCE_USERNAME=leadrelay_owner, or give this one SPRING_FLYWAY_USER=leadrelay_owner and its"
            + " password.";

    private final boolean demo;
    private final Path data;

    ReleasedSchema(ObjectProvider<DemoMode> demo, @Value("${leadrelay.data.directory:data}") Path data) {
        this.demo = demo.getIfAvailable() != null;
        this.data = data.toAbsolutePath().normalize();
    }

    /** @throws CannotStart when an unreleased build made the database, or another role has to migrate it first */
    @Override
    public void migrate(Flyway flyway) {
        if (flyway.validateWithResult().invalidMigrations.stream().anyMatch(ReleasedSchema::isUnreleased)) {
            throw new CannotStart(
                    "The database was made by a build of Lead Relay before 0.1.0, and those are not upgraded.",
                    remedy());
        }
        if (mayMigrate(flyway)) {
            flyway.migrate();
        } else if (flyway.info().pending().length > 0) {
            throw new CannotStart(
                    "The database lacks migrations of this build, the first of them "
                            + flyway.info().pending()[0].getScript()
                            + ", and the role of the application may not make them.",
                    MIGRATE_FIRST);
        }
    }

    /**
     * Where the migrations have no credentials of their own, they have those of the application, which may only look whether
     * all have run.
     */
    private static boolean mayMigrate(Flyway flyway) {
        return JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("select coalesce(has_schema_privilege(current_schema(), 'create'), true)")
                .query(Boolean.class)
                .single();
    }

    private static boolean isUnreleased(ValidateOutput migration) {
        return OTHERS.contains(migration.errorDetails.errorCode)
                && MigrationVersion.fromVersion(migration.version).compareTo(FIRST_RELEASE) <= 0;
    }

    private String remedy() {
        return demo
                ? "Delete the folder " + data + ", or move it away: the demo makes a new one at its next start."
                : "Make an empty database and give its address in SPRING_DATASOURCE_URL; this one is left as it is.";
    }
}
