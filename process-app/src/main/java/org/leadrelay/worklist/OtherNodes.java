package org.leadrelay.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.InboxChange.What;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The way to the other nodes' inboxes and back: PostgreSQL's LISTEN and NOTIFY. Listening keeps one
 * connection of the pool. Notifications are sent outside the transactions they tell about, because
 * a transaction that notifies makes all others wait for its commit.
 */
@Component
class OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final String CHANNEL = "leadrelay_inbox";

    /** PostgreSQL takes less than 8,000 bytes. */
    private static final int LONGEST = 7_000;

    private static final int POLL_MILLIS = 500;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable Thread listening;

    OtherNodes(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    void tell(List<InboxChange> batch) {
        var message = new StringBuilder(node);
        for (var change : batch) {
            var line = line(change);
            if (message.length() + line.length() > LONGEST) {
                send(message.toString());
                message = new StringBuilder(node);
            }
            message.append(line);
        }
        send(message.toString());
    }

    void listen(Consumer<List<InboxChange>> deliver) {
        var thread = new Thread(() -> listenOn(deliver), "inbox-changes-of-others");
        thread.setDaemon(true);
        listening = thread;
        thread.start();
    }

    /** Waits until the connection is given back: the pool must not be closed before. */
    void close() {
        var thread = listening;
        listening = null;
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send(String message) {
        jdbc.sql("select cast(pg_notify(?, ?) as text)")
                .params(CHANNEL, message)
                .query()
                .listOfRows();
    }

    private void listenOn(Consumer<List<InboxChange>> deliver) {
        boolean again = false;
        while (listening == Thread.currentThread()) {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                if (again) {
                    deliver.accept(List.of(InboxChange.MUCH));
                }
                again = true;
                receive(connection, deliver);
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten " + CHANNEL);
                }
            } catch (SQLException e) {
                LOG.warn("Lost sight of other nodes' inboxes, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void receive(Connection connection, Consumer<List<InboxChange>> deliver)
            throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (listening == Thread.currentThread()) {
            for (var notification : postgres.getNotifications(POLL_MILLIS)) {
                if (!notification.getParameter().startsWith(node)) {
                    deliver.accept(changes(notification.getParameter()));
                }
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(InboxChange change) {
        return "\n"
                + String.join(
                        "\t",
                        change.what().name(),
                        text(change.taskId()),
                        text(change.leadId()),
                        text(change.role()),
                        text(change.assignee()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<InboxChange> changes(String message) {
        var changes = new ArrayList<InboxChange>();
        for (var line : message.lines().skip(1).toList()) {
            var cells = line.split("\t", -1);
            var lead = value(cells[2]);
            changes.add(
                    new InboxChange(
                            What.valueOf(cells[0]),
                            value(cells[1]),
                            lead == null ? null : UUID.fromString(lead),
                            value(cells[3]),
                            value(cells[4])));
        }
        return changes;
    }

    private static @Nullable String value(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
