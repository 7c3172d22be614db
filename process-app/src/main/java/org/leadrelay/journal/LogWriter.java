package org.leadrelay.journal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writer of the hash chain: gives lines their place and their seal, in two round trips a transaction, however many
 * lines it has, or in one where the transaction has made the chain itself. Heads and lines are written by two functions of the database, for the application may not: they lock the
 * heads in the order of their ids, and refuse a line that does not follow the last one of its chain.
 *
 * <p>A repository, so that what the flush refuses is told as what SQL refuses: collisions are done
 * again.
 */
@Repository
class LogWriter {

    private static final String LOCK_HEADS = "select * from lock_journey_heads(?)";
    private static final String APPEND = """
        select cast(append_journey_lines(?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as text)\
        """;

    private final JdbcTemplate jdbc;
    private final EntityManager entityManager;
    private final NodeStreams streams;
    private final OpenedChains opened;
    private final DecisionFactTable sheets;

    LogWriter(
            JdbcTemplate jdbc,
            EntityManager entityManager,
            NodeStreams streams,
            OpenedChains opened,
            DecisionFactTable sheets) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.streams = streams;
        this.opened = opened;
        this.sheets = sheets;
    }

    void write(List<PendingLines.Pending> pending) {
        if (pending.isEmpty()) {
            return;
        }
        List<Line> lines = pending.stream().map(PendingLines.Pending::line).toList();
        ManagedEntities.flush(entityManager);
        long[] seqs = jdbc.execute((Connection connection) -> new Batch(connection, streams, opened, lines).write());
        writeSheets(pending, Objects.requireNonNull(seqs));
    }

    private void writeSheets(List<PendingLines.Pending> pending, long[] seqs) {
        List<DecisionFactTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < seqs.length; i++) {
            DecisionFacts sheet = pending.get(i).sheet();
            if (sheet != null) {
                rows.add(new DecisionFactTable.Row(pending.get(i).line(), seqs[i], sheet));
            }
        }
        if (!rows.isEmpty()) {
            sheets.write(rows);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Head(long seq, byte[] hash) {}

    /**
     * @param at by the database's clock, when all of them were locked
     */
    private record Heads(Map<UUID, Head> byStream, OffsetDateTime at) {}

    /** One transaction's lines on their way into the table. */
    private record Batch(Connection connection, NodeStreams streams, OpenedChains opened, List<Line> lines) {

        long[] write() throws SQLException {
            Heads heads = lock(lines.stream().map(Line::streamId).distinct().toList());
            UUID[] fresh = heads.byStream().entrySet().stream()
                    .filter(head -> head.getValue().seq() == 0)
                    .map(Map.Entry::getKey)
                    .toArray(UUID[]::new);
            if (fresh.length > 0) {
                streams.open(connection, fresh);
            }
            return append(heads.byStream(), heads.at());
        }

        /** But those that the transaction holds already; the latest of these moments is the recording time of all. */
        private Heads lock(List<UUID> ids) throws SQLException {
            HashMap<UUID, Head> heads = new HashMap<>();
            List<UUID> others = new ArrayList<>();
            OffsetDateTime at = OffsetDateTime.MIN;
            for (UUID id : ids) {
                OffsetDateTime held = opened.take(id).orElse(null);
                if (held == null) {
                    others.add(id);
                } else {
                    heads.put(id, new Head(0, new byte[0]));
                    at = held.isAfter(at) ? held : at;
                }
            }
            if (others.isEmpty()) {
                return new Heads(heads, at);
            }
            try (PreparedStatement select = connection.prepareStatement(LOCK_HEADS)) {
                select.setArray(1, connection.createArrayOf("uuid", others.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        heads.put(rows.getObject(1, UUID.class), new Head(rows.getLong(2), rows.getBytes(3)));
                        at = rows.getObject(4, OffsetDateTime.class);
                    }
                }
            }
            return new Heads(heads, at);
        }

        private long[] append(Map<UUID, Head> heads, OffsetDateTime recorded) throws SQLException {
            int n = lines.size();
            Long[] seqs = new Long[n];
            byte[][] previous = new byte[n][];
            byte[][] hashes = new byte[n][];
            for (int i = 0; i < n; i++) {
                Line line = lines.get(i);
                Head head = heads.get(line.streamId());
                if (head == null) {
                    throw new IllegalStateException("the log of " + line.streamId() + " has no head");
                }
                seqs[i] = head.seq() + 1;
                previous[i] = head.hash();
                hashes[i] = Seal.of(line, seqs[i], recorded.toInstant(), head.hash());
                heads.put(line.streamId(), new Head(seqs[i], hashes[i]));
            }
            try (PreparedStatement append = connection.prepareStatement(APPEND)) {
                Object[][] values = new Object[][] {
                    {"uuid", column(Line::streamId)},
                    {"bigint", seqs},
                    {"timestamptz", column(l -> Sql.time(l.at()))},
                    {"text", column(Line::kind)},
                    {"text", column(l -> l.author().person())},
                    {"uuid", column(l -> l.author().personRef())},
                    {"text", column(l -> l.author().apiKey())},
                    {"text", column(Line::definitionKey)},
                    {"int", column(Line::definitionVersion)},
                    {"text", column(Line::elementId)},
                    {"text", column(Line::elementName)},
                    {"text", column(l -> l.position().instance())},
                    {"text", column(Line::subject)},
                    {"text", column(Line::details)},
                    {"bytea", previous},
                    {"bytea", hashes}
                };
                append.setInt(1, lines.get(0).format()); // of one node all are alike
                append.setObject(2, recorded);
                append.setString(3, lines.get(0).author().node());
                for (int i = 0; i < values.length; i++) {
                    append.setArray(i + 4, connection.createArrayOf((String) values[i][0], (Object[]) values[i][1]));
                }
                append.execute();
            }
            return Arrays.stream(seqs).mapToLong(Long::longValue).toArray();
        }

        private Object[] column(Function<Line, ? extends @Nullable Object> field) {
            return lines.stream().map(field).toArray();
        }
    }
}
