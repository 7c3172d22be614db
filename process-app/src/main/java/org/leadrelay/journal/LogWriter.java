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
import java.util.Objects;
import java.util.UUID;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.WriteBehind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writer of the hash chain: gives lines their place and their seal, however many lines a transaction has. One round trip, with what {@link WriteBehind} holds, where
 * the transaction has read the head of the chain and nobody has moved it since; otherwise that goes before, and then the heads are locked and read.
 * Heads and lines are written by functions of the database, for the application may not: they lock the heads in the order of their ids, and refuse a line
 * that does not follow the last one of its chain.
 *
 * <p>A repository, so that what the flush refuses is told as what SQL refuses: collisions are done
 * again.
 */
@Repository
class LogWriter {

    private static final String LOCK_HEADS = "select * from lock_journey_heads(?)";
    private static final String APPEND =
            "cast(append_journey_lines(?::smallint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as text)";
    private static final String APPEND_UNLESS_MOVED =
            "cast(append_journey_lines(?::smallint, ?, ?, ?, ?, ?, ?::journey_log_line[]) as text)";

    private final JdbcTemplate jdbc;
    private final EntityManager entityManager;
    private final NodeStreams streams;
    private final ChainHeadCache known;
    private final WriteBehind writeBehind;
    private final DecisionFactTable sheets;

    LogWriter(
            JdbcTemplate jdbc,
            EntityManager entityManager,
            NodeStreams streams,
            ChainHeadCache known,
            WriteBehind writeBehind,
            DecisionFactTable sheets) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.streams = streams;
        this.known = known;
        this.writeBehind = writeBehind;
        this.sheets = sheets;
    }

    void carryWriteBehind() {
        writeBehind.carry();
    }

    void write(List<PendingLines.Pending> pending) {
        ManagedEntities.flush(entityManager);
        List<Line> lines = pending.stream().map(PendingLines.Pending::line).toList();
        long[] seqs = jdbc.execute((Connection connection) -> new Batch(connection, lines).write());
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

    /** One transaction's lines on their way into the table. */
    private final class Batch {

        private final Connection connection;
        private final List<Line> lines;
        private final Map<UUID, ChainHeadCache.Head> heads = new HashMap<>();
        private OffsetDateTime recorded = OffsetDateTime.MIN;

        Batch(Connection connection, List<Line> lines) {
            this.connection = connection;
            this.lines = lines;
        }

        /** The numbers of the lines. */
        long[] write() throws SQLException {
            if (lines.isEmpty()) {
                writeBehind.send(connection);
                return new long[0];
            }
            List<UUID> ids = lines.stream().map(Line::streamId).distinct().toList();
            ids.forEach(id -> known.take(id).ifPresent(head -> know(id, head)));
            if (ids.size() == 1 && isOnlyRead(ids.get(0))) {
                SealedBatch sealed = seal();
                if (Boolean.parseBoolean(writeBehind.send(connection, APPEND_UNLESS_MOVED, sealed::bindOneChain))) {
                    return sealed.seqs();
                }
            }
            writeBehind.send(connection); // the heads are locked last
            lock(ids.stream()
                    .filter(id -> !heads.containsKey(id) || isOnlyRead(id))
                    .toList());
            openStreams();
            SealedBatch sealed = seal();
            writeBehind.send(connection, APPEND, sealed::bind);
            return sealed.seqs();
        }

        /** The latest of the moments when heads were read is the recording time of all lines. */
        private void know(UUID id, ChainHeadCache.Head head) {
            heads.put(id, head);
            recorded = head.at().isAfter(recorded) ? head.at() : recorded;
        }

        private boolean isOnlyRead(UUID id) {
            ChainHeadCache.Head head = heads.get(id);
            return head != null && !head.locked();
        }

        private void lock(List<UUID> ids) throws SQLException {
            if (ids.isEmpty()) {
                return;
            }
            try (PreparedStatement select = connection.prepareStatement(LOCK_HEADS)) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        know(
                                rows.getObject(1, UUID.class),
                                new ChainHeadCache.Head(
                                        rows.getLong(2),
                                        rows.getBytes(3),
                                        rows.getObject(4, OffsetDateTime.class),
                                        true));
                    }
                }
            }
        }

        private void openStreams() throws SQLException {
            UUID[] fresh = heads.entrySet().stream()
                    .filter(head -> head.getValue().seq() == 0)
                    .map(Map.Entry::getKey)
                    .toArray(UUID[]::new);
            if (fresh.length > 0) {
                streams.open(connection, fresh);
            }
        }

        private SealedBatch seal() {
            Map<UUID, ChainHeadCache.Head> ends = new HashMap<>(heads);
            int n = lines.size();
            SealedBatch sealed = new SealedBatch(lines, recorded, new long[n], new byte[n][], new byte[n][]);
            for (int i = 0; i < n; i++) {
                Line line = lines.get(i);
                ChainHeadCache.Head head = ends.get(line.streamId());
                if (head == null) {
                    throw new IllegalStateException("the log of " + line.streamId() + " has no head");
                }
                sealed.seqs()[i] = head.seq() + 1;
                sealed.previous()[i] = head.hash();
                sealed.hashes()[i] = Seal.of(line, head.seq() + 1, recorded.toInstant(), head.hash());
                ends.put(line.streamId(), new ChainHeadCache.Head(head.seq() + 1, sealed.hashes()[i], recorded, true));
            }
            return sealed;
        }
    }
}
