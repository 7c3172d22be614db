package org.leadrelay.platform;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Health check of the database role's privileges: what the application may do to the database beyond what it needs,
 * an intruder in the application may do too. An installation from before the roles keeps running, with a warning.
 */
@Component("databaseRole")
public class DatabaseRole implements HealthIndicator {

    /** Name of the finding, in health and wherever the log is verified. */
    public static final String TOO_STRONG = "role-too-strong";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRole.class);
    private static final String REMEDY =
            "Run db/roles.sql as a superuser, give SPRING_DATASOURCE_USERNAME=leadrelay_app to the application and"
                    + " SPRING_FLYWAY_USER=leadrelay_owner to its migrations: docs/reference/database-roles.md.";

    /** A superuser is all of the others too; the rest would say it in more words. */
    private static final String EXCESSES = """
        select excess from (
            select 1, 'is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all select 2, 'may make roles' from pg_roles where rolname = current_user and rolcreaterole
            union all select 3, 'may pass row security or replicate' from pg_roles
                where rolname = current_user and (rolbypassrls or rolreplication)
            union all select 4, 'owns tables, or may become who owns them'
                where exists (select from pg_class where relnamespace = 'public'::regnamespace
                    and relkind in ('r', 'p') and pg_has_role(relowner, 'member'))
            union all select 5, 'may make objects of its own' where has_schema_privilege('public', 'create')
            union all select 6, 'may change ' || string_agg(table_name, ', ' order by table_name)
                from table_privilege
                where to_regclass('public.' || table_name) is not null
                    and (not 'insert' = any(application)
                            and has_table_privilege(to_regclass('public.' || table_name)::oid, 'insert')
                        or not 'update' = any(application)
                            and has_table_privilege(to_regclass('public.' || table_name)::oid, 'update')
                        or not 'delete' = any(application)
                            and has_table_privilege(to_regclass('public.' || table_name)::oid, 'delete')
                        or has_table_privilege(to_regclass('public.' || table_name)::oid, 'truncate,trigger'))
                having count(*) > 0
            union all select 7, 'may pass triggers'
                where has_parameter_privilege('session_replication_role', 'set')
            union all select 8, 'may become ' || string_agg(rolname, ', ' order by rolname) from pg_roles
                where rolname in ('leadrelay_keeper', 'pg_write_all_data', 'pg_execute_server_program',
                        'pg_write_server_files', 'pg_read_server_files')
                    and pg_has_role(oid, 'member')
                having count(*) > 0) found (place, excess)
        order by place\
        """;

    private final JdbcClient jdbc;

    DatabaseRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the role is or may too much, in words that follow its name; empty if nothing. */
    public List<String> excesses() {
        List<String> found = jdbc.sql(EXCESSES).query(String.class).list();
        return !found.isEmpty() && found.get(0).equals("is a superuser") ? found.subList(0, 1) : found;
    }

    /** Up in any case: nothing fails, and a node that is taken out of service would not be safer. */
    @Override
    public Health health() {
        List<String> excesses = excesses();
        Health.Builder health = Health.up().withDetail("role", name());
        if (!excesses.isEmpty()) {
            health.withDetail("finding", TOO_STRONG)
                    .withDetail("because", excesses)
                    .withDetail("remedy", REMEDY);
        }
        return health.build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        List<String> excesses = excesses();
        if (!excesses.isEmpty()) {
            LOG.warn(
                    "{}: the database role {} {}; what is only ever added to, the journey log first, could be changed"
                            + " with it. {}",
                    TOO_STRONG,
                    name(),
                    String.join(", ", excesses),
                    REMEDY);
        }
    }

    private String name() {
        return jdbc.sql("select current_user").query(String.class).single();
    }
}
