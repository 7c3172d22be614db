package org.leadrelay.testing;

import java.util.List;
import java.util.Set;
import org.leadrelay.platform.NodeBroadcast;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The test's database, for the tests that count everything in it. */
public final class Database {

    /**
     * Holds definitions and settings, which an application reads once, at its start. The engine
     * calls its job definitions running things, but no journey begins without them.
     */
    private static final Set<String> KEPT = Set.of(
            "flyway_schema_history",
            "role",
            "role_permission",
            "person",
            "person_role",
            "person_ref",
            "mandate",
            "act_ru_meter_log",
            "act_ru_jobdef",
            "fact_definition",
            "fact_value",
            "declaration");

    private final String url;
    private final JdbcClient jdbc;
    private final NodeBroadcast nodes;

    Database(String url, NodeBroadcast nodes) {
        this.url = url;
        this.jdbc = SharedServer.superuser(url);
        this.nodes = nodes;
    }

    /** Its address, for connections as whoever a test likes. */
    public String url() {
        return url;
    }

    /**
     * For what the application may not do: to tamper, and to remove what is only ever added to. Each statement has a
     * connection of its own, outside of the test's transaction.
     */
    public JdbcClient superuser() {
        return jdbc;
    }

    /** Changes sealed rows as an intruder does who passes every trigger. */
    public void tamper(String statement) {
        jdbc.sql("set session_replication_role = replica; " + statement).update();
    }

    /** Removes every other version of the charter: it holds for all tests that come after. */
    public void firstCharter() {
        for (String table :
                List.of("signature", "event", "table", "question", "figure", "clause", "rung", "option", "list")) {
            jdbc.sql("delete from charter_" + table + " where charter_version > 1")
                    .update();
        }
        jdbc.sql("update release set charter_version = null where charter_version is not null")
                .update();
        jdbc.sql("delete from charter where version > 1").update();
        nodes.tellEveryone("charter", "1");
    }

    /** Removes every other release of the models; what was deployed for them stays. */
    public void firstRelease() {
        jdbc.sql("delete from release_event where release > 1").update();
        jdbc.sql("delete from release where number > 1").update();
        nodes.tellEveryone("releases", "");
    }

    /**
     * Empties every table but people, roles, and what the engine and the product set up at their
     * start.
     */
    public void empty() {
        // the journey log refuses to be emptied, but by a replica; most tables are empty, and to truncate one costs
        // more than to look into it
        jdbc.sql("""
            do $$
            declare
                name text;
                filled boolean;
            begin
                set local session_replication_role = replica;
                for name in select tablename from pg_tables where schemaname = 'public'
                    and tablename !~ '^(act_(ge|re|id)_|charter|business_|release|shipped_)' and tablename <> all ('{%s}')
                loop
                    execute format('select exists (select from %%I)', name) into filled;
                    if filled then
                        execute format('delete from %%I', name);
                    end if;
                end loop;
            end $$\
            """.formatted(String.join(",", KEPT))).update();
    }
}
