package org.leadrelay.journal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.LastWrites;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writer of the hash chain: gives lines their place and their seal, in one round trip a transaction, however many
 * lines it has, and with its {@link LastWrites}; in two where it does not hold the heads yet. Heads and lines are written by two functions of the database, for the application may not: they lock the
 * heads in the order of their ids, and refuse a line that does not follow the last one of its chain.
 *
 * <p>A repository, so that what the flush refuses is told as what SQL refuses: collisions are done
 * again.
 */
@Repository
class LogWriter {

    private static final String LOCK_HEADS = "select * from lock_journey_heads(?)";
    private static final String APPEND = """
        cast(append_journey_lines(?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as text)\
        """;

    private final JdbcTemplate jdbc;
    private final EntityManager entityManager;
    private final NodeStreams streams;
    private final LockedHeads locked;
    private final LastWrites last;
    private final DecisionFactTable sheets;

    LogWriter(
            JdbcTemplate jdbc,
            EntityManager entityManager,
            NodeStreams streams,
            LockedHeads locked,
            LastWrites last,
            DecisionFactTable sheets) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.streams = streams;
        this.locked = locked;
        this.last = last;
        this.sheets = sheets;
    }

    void carryLastWrites() {
        last.carry();
    }

    void write(List<PendingLines.Pending> pending) {
        ManagedEntities.flush(entityManager);
        jdbc.execute((Connection connection) -> {
            new Batch(connection, pending).write();
            return true;
        });
    }

    /**
     * @param at by the database's clock, when all of them were locked
     */
    private record Heads(Map<UUID, LockedHeads.Head> byStream, OffsetDateTime at) {}

    /** One transaction's lines on their way into the table. */
    private final class Batch {

        private final Connection connection;
        private final List<PendingLines.Pending> pending;
        private final List<Line> lines;

        Batch(Connection connection, List<PendingLines.Pending> pending) {
            this.connection = connection;
            this.pending = pending;
            this.lines = pending.stream().map(PendingLines.Pending::line).toList();
        }

        void write() throws SQLException {
            if (lines.isEmpty()) {
                last.send(connection, "null", (statement, from) -> {});
                return;
            }
            Heads heads = lock(lines.stream().map(Line::streamId).distinct().toList());
            UUID[] fresh = heads.byStream().entrySet().stream()
                    .filter(head -> head.getValue().seq() == 0)
                    .map(Map.Entry::getKey)
                    .toArray(UUID[]::new);
            if (fresh.length > 0) {
                streams.open(connection, fresh);
            }
            append(heads.byStream(), heads.at());
        }

        /** But those that the transaction holds already; the latest of these moments is the recording time of all. */
        private Heads lock(List<UUID> ids) throws SQLException {
            HashMap<UUID, LockedHeads.Head> heads = new HashMap<>();
            List<UUID> others = new ArrayList<>();
            OffsetDateTime at = OffsetDateTime.MIN;
            for (UUID id : ids) {
                LockedHeads.Head held = locked.take(id).orElse(null);
                if (held == null) {
                    others.add(id);
                } else {
                    heads.put(id, held);
                    at = held.at().isAfter(at) ? held.at() : at;
                }
            }
            if (others.isEmpty()) {
                return new Heads(heads, at);
            }
            try (PreparedStatement select = connection.prepareStatement(LOCK_HEADS)) {
                select.setArray(1, connection.createArrayOf("uuid", others.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        at = rows.getObject(4, OffsetDateTime.class);
                        heads.put(
                                rows.getObject(1, UUID.class),
                                new LockedHeads.Head(rows.getLong(2), rows.getBytes(3), at));
                    }
                }
            }
            return new Heads(heads, at);
        }

        private void append(Map<UUID, LockedHeads.Head> heads, OffsetDateTime recorded) throws SQLException {
            int n = lines.size();
            Long[] seqs = new Long[n];
            byte[][] previous = new byte[n][];
            byte[][] hashes = new byte[n][];
            List<DecisionFactTable.Row> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Line line = lines.get(i);
                LockedHeads.Head head = heads.get(line.streamId());
                if (head == null) {
                    throw new IllegalStateException("the log of " + line.streamId() + " has no head");
                }
                seqs[i] = head.seq() + 1;
                previous[i] = head.hash();
                hashes[i] = Seal.of(line, seqs[i], recorded.toInstant(), head.hash());
                heads.put(line.streamId(), new LockedHeads.Head(seqs[i], hashes[i], recorded));
                DecisionFacts sheet = pending.get(i).sheet();
                if (sheet != null) {
                    rows.add(new DecisionFactTable.Row(line, seqs[i], sheet));
                }
            }
            if (!rows.isEmpty()) {
                last.add(sheets.write(rows));
            }
            last.send(connection, APPEND, (append, from) -> bind(append, from, recorded, seqs, previous, hashes));
        }

        private void bind(
                PreparedStatement append,
                int from,
                OffsetDateTime recorded,
                Long[] seqs,
                byte[][] previous,
                byte[][] hashes)
                throws SQLException {
            Object[][] values = new Object[][] {
                {"uuid", column(Line::streamId)},
                {"bigint", seqs},
                {"timestamptz", column(l -> Sql.time(l.at()))},
                {"text", texts(Line::kind)},
                {"text", texts(l -> l.author().person())},
                {"uuid", column(l -> l.author().personRef())},
                {"text", texts(l -> l.author().apiKey())},
                {"text", texts(Line::definitionKey)},
                {"int", column(Line::definitionVersion)},
                {"text", texts(Line::elementId)},
                {"text", texts(Line::elementName)},
                {"text", texts(l -> l.position().instance())},
                {"text", texts(Line::subject)},
                {"text", texts(Line::details)},
                {"bytea", previous},
                {"bytea", hashes}
            };
            append.setInt(from, lines.get(0).format()); // of one node all are alike
            append.setObject(from + 1, recorded);
            append.setString(from + 2, lines.get(0).author().node());
            for (int i = 0; i < values.length; i++) {
                append.setArray(from + 3 + i, connection.createArrayOf((String) values[i][0], (Object[]) values[i][1]));
            }
        }

        private Object[] column(Function<Line, ? extends @Nullable Object> field) {
            return lines.stream().map(field).toArray();
        }

        /** As texts, which the driver sends without escaping them. */
        private String[] texts(Function<Line, @Nullable String> field) {
            return lines.stream().map(field).toArray(String[]::new);
        }
    }
}
