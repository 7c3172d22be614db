package org.leadrelay.journal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writer of the hash chain: gives lines their place and inserts them in two statements a transaction, however
 * many lines it has. The chain heads are locked in the order of their ids, so that two transactions never
 * wait for each other in a ring.
 *
 * <p>A repository, so that what the flush refuses is told as what SQL refuses: collisions are done
 * again.
 */
@Repository
class LogWriter {

    private static final String LOCK_HEADS = """
        select head.*, clock_timestamp() from (
            select lead_id, last_seq, last_hash from journey_chain
            where lead_id = any(?) order by lead_id for update) head\
        """;
    private static final String NEW_HEADS = """
        insert into journey_chain (lead_id, last_seq, last_hash)
        select id, 0, ''::bytea from unnest(?::uuid[]) as id order by id
        on conflict do nothing\
        """;
    private static final String WRITE = """
        with added as (
            insert into journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref, api_key_name,
                definition_key, definition_version, element_id, element_name, instance, subject, details,
                previous_hash, hash)
            select ?::smallint, ?::timestamptz, ?::text, line.* from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::bytea[], ?::bytea[]) as line)
        update journey_chain set last_seq = head.seq, last_hash = head.hash
        from unnest(?::uuid[], ?::bigint[], ?::bytea[]) as head(lead_id, seq, hash)
        where journey_chain.lead_id = head.lead_id\
        """;

    private final JdbcTemplate jdbc;
    private final EntityManager entityManager;
    private final NodeStreams streams;

    LogWriter(JdbcTemplate jdbc, EntityManager entityManager, NodeStreams streams) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.streams = streams;
    }

    void write(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        entityManager.flush();
        jdbc.execute((Connection connection) -> {
            new Batch(connection, streams, lines).write();
            return true;
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Head(long seq, byte[] hash) {}

    /**
     * @param at by the database's clock, when all of them were locked
     */
    private record Heads(Map<UUID, Head> byStream, OffsetDateTime at) {}

    /** One transaction's lines on their way into the table. */
    private record Batch(Connection connection, NodeStreams streams, List<Line> lines) {

        void write() throws SQLException {
            UUID[] ids = lines.stream()
                    .map(Line::streamId)
                    .distinct()
                    .sorted(Batch::asPostgresOrders)
                    .toArray(UUID[]::new);
            Heads heads = lock(ids);
            if (heads.byStream().size() < ids.length) {
                streams.open(connection, ids);
                try (PreparedStatement insert = connection.prepareStatement(NEW_HEADS)) {
                    insert.setArray(1, connection.createArrayOf("uuid", ids));
                    insert.executeUpdate();
                }
                heads = lock(ids);
            }
            append(heads.byStream(), heads.at());
        }

        /**
         * PostgreSQL compares the bytes of a uuid as unsigned, Java's compareTo its longs as
         * signed.
         */
        private static int asPostgresOrders(UUID a, UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }

        private Heads lock(UUID[] ids) throws SQLException {
            HashMap<UUID, Head> heads = new HashMap<UUID, Head>();
            OffsetDateTime at = OffsetDateTime.MIN;
            try (PreparedStatement select = connection.prepareStatement(LOCK_HEADS)) {
                select.setArray(1, connection.createArrayOf("uuid", ids));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        heads.put(rows.getObject(1, UUID.class), new Head(rows.getLong(2), rows.getBytes(3)));
                        at = rows.getObject(4, OffsetDateTime.class);
                    }
                }
            }
            return new Heads(heads, at);
        }

        private void append(Map<UUID, Head> heads, OffsetDateTime recorded) throws SQLException {
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
            try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
                Object[][] values = new Object[][] {
                    {"uuid", column(Line::streamId)},
                    {"bigint", seqs},
                    {"timestamptz", column(l -> Sql.time(l.at()))},
                    {"text", column(Line::kind)},
                    {"text", column(Line::person)},
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
                    {"bytea", hashes},
                    {"uuid", heads.keySet().toArray()},
                    {"bigint", heads.values().stream().map(Head::seq).toArray()},
                    {"bytea", heads.values().stream().map(Head::hash).toArray(byte[][]::new)}
                };
                insert.setInt(1, Seal.FORMAT);
                insert.setObject(2, recorded);
                insert.setString(3, lines.get(0).author().node());
                for (int i = 0; i < values.length; i++) {
                    insert.setArray(i + 4, connection.createArrayOf((String) values[i][0], (Object[]) values[i][1]));
                }
                insert.executeUpdate();
            }
        }

        private Object[] column(Function<Line, ? extends @Nullable Object> field) {
            return lines.stream().map(field).toArray();
        }
    }
}
