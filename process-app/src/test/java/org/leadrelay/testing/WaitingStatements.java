package org.leadrelay.testing;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that wait for a lock in the database, so that a race in a test goes on once somebody really waits. */
public final class WaitingStatements {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private WaitingStatements() {}

    /**
     * Returns as soon as another connection waits for a lock.
     *
     * @param like pattern of its statement
     */
    public static void await(JdbcClient jdbc, String like) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            // Or the rest of this transaction would see what it saw at its first look.
            jdbc.sql("select pg_stat_clear_snapshot()").query(row -> {});
            if (jdbc.sql("""
                select exists (select 1 from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'
                      and query like ? and pid <> pg_backend_pid())
                """).param(like).query(Boolean.class).single()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits with " + like);
    }
}
