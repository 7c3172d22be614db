package org.leadrelay.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Takes connections out of the pool, so that a deed that needs a second one while it holds a first waits in vain. */
public final class Connections {

    /** Milliseconds. */
    private static final long PATIENCE = 2_000;

    private Connections() {}

    /** Does it while so many connections are left. */
    public static <T> T left(DataSource source, int many, Callable<T> deed) throws Exception {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        long patience = pool.getHikariConfigMXBean().getConnectionTimeout();
        Deque<Connection> taken = new ArrayDeque<>();
        try {
            while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize() - many) {
                taken.push(source.getConnection());
            }
            pool.getHikariConfigMXBean().setConnectionTimeout(PATIENCE);
            return deed.call();
        } finally {
            pool.getHikariConfigMXBean().setConnectionTimeout(patience);
            for (Connection each : taken) {
                each.close();
            }
        }
    }
}
