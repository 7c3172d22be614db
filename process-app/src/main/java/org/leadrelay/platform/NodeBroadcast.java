package org.leadrelay.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publish/subscribe between nodes by PostgreSQL's LISTEN and NOTIFY, on one connection of the pool for all topics. A
 * message is a hint to read again, never the state itself: after an interruption messages may be missing, and every
 * listener is notified of that.
 */
@Component
public class NodeBroadcast implements SmartLifecycle {

    /** PostgreSQL takes less than 8,000 bytes, and the topic and the sender stand before it. */
    public static final int LONGEST = 7_000;

    private static final Logger LOG = LoggerFactory.getLogger(NodeBroadcast.class);
    private static final String CHANNEL = "leadrelay";
    private static final int POLL_MILLIS = 500;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final String node = UUID.randomUUID().toString();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread listening;

    /** One for each node; tests make a second one to be two. */
    public NodeBroadcast(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    private record Listener(String topic, Consumer<String> told, Runnable missed) {}

    /**
     * Calls back with what other nodes tell about a topic, until the result is run.
     *
     * @param told called on the listening thread, so it only notes and never waits
     * @param missed called when listening begins, and begins again: whatever was told before is
     *     lost
     */
    public Runnable listen(String topic, Consumer<String> told, Runnable missed) {
        Listener listener = new Listener(topic, told, missed);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Publishes to all other nodes, in a transaction only if it commits. A transaction that publishes makes all other
     * publishers wait for its commit: frequent messages are published outside of transactions.
     *
     * @param message at most {@link #LONGEST} bytes
     */
    public void tell(String topic, String message) {
        jdbc.sql("select cast(pg_notify(?, ?) as text)")
                .params(CHANNEL, node + "\n" + topic + "\n" + message)
                .query()
                .listOfRows();
    }

    /** Tells all other nodes as {@link #tell} does, and the listeners here after the commit. */
    public void tellEveryone(String topic, String message) {
        tell(topic, message);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            deliver(topic, message);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliver(topic, message);
            }
        });
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::listenOn, "told-by-other-nodes");
        thread.setDaemon(true);
        listening = thread;
        thread.start();
    }

    /** Waits until the connection is given back: the pool must not be closed before. */
    @Override
    public void stop() {
        Thread thread = listening;
        listening = null;
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void listenOn() {
        while (listening == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                listeners.forEach(each -> guarded(each, each.missed()));
                receive(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("unlisten " + CHANNEL);
                }
            } catch (SQLException e) {
                LOG.warn("Lost sight of the other nodes, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (listening == Thread.currentThread()) {
            for (PGNotification notification : postgres.getNotifications(POLL_MILLIS)) {
                String[] parts = notification.getParameter().split("\n", 3);
                if (parts.length == 3 && !parts[0].equals(node)) {
                    deliver(parts[1], parts[2]);
                }
            }
        }
    }

    private void deliver(String topic, String message) {
        for (Listener each : listeners) {
            if (each.topic().equals(topic)) {
                guarded(each, () -> each.told().accept(message));
            }
        }
    }

    /** One listener's failure must not take the connection from the others. */
    private static void guarded(Listener listener, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener to {} of other nodes failed", listener.topic(), e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
