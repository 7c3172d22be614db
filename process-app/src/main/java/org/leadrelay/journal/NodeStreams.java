package org.leadrelay.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadrelay.platform.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Log streams of this node's life, one of each kind but the leads'. One is opened with its first line, in the same
 * transaction, and closed when the node stops; whatever was killed leaves its streams open.
 */
@Component
class NodeStreams implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NodeStreams.class);
    private static final String OPEN = """
        insert into audit_stream (id, kind, node)
        select opened.id, opened.kind, ? from unnest(?::uuid[], ?::text[]) as opened(id, kind)
        on conflict do nothing\
        """;

    private final JdbcClient jdbc;
    private final Map<StreamKind, UUID> ids = Arrays.stream(StreamKind.values())
            .filter(kind -> kind != StreamKind.LEAD)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> UUID.randomUUID()));
    private volatile boolean used;

    NodeStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalArgumentException for a lead: each has a stream of its own
     */
    UUID idOf(StreamKind kind) {
        return Optional.ofNullable(ids.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("a line about a lead goes to the lead's own log"));
    }

    /** Opens those of these streams that are this node's and are new. */
    void open(Connection connection, UUID[] streams) throws SQLException {
        Set<UUID> asked = Set.of(streams);
        Map<StreamKind, UUID> ours = new EnumMap<>(StreamKind.class);
        ids.forEach((kind, id) -> {
            if (asked.contains(id)) {
                ours.put(kind, id);
            }
        });
        if (ours.isEmpty()) {
            return;
        }
        used = true;
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setString(1, NodeName.NAME);
            insert.setArray(2, connection.createArrayOf("uuid", ours.values().toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", ours.keySet().stream().map(StreamKind::code).toArray()));
            insert.executeUpdate();
        }
    }

    @Override
    public void destroy() {
        if (used) {
            try {
                jdbc.sql("update audit_stream set closed_at = clock_timestamp() where id = any(?)")
                        .param(ids.values().toArray(UUID[]::new))
                        .update();
            } catch (DataAccessException e) {
                LOG.debug("The streams of this node could not be closed", e);
            }
        }
    }
}
