package org.leadrelay.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Heartbeats of nodes: when at least one node was up. Where none was, nothing could be answered. */
@Service
public class NodeHeartbeats implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHeartbeats.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private volatile boolean begun;

    NodeHeartbeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A stretch in which no node lived. */
    public record Down(Instant from, Instant to) {}

    void beat() {
        begun = true;
        jdbc.sql("""
            insert into node_life (node, started_at, seen_at) values (:node, :now, :now)
            on conflict (node) do update set seen_at = greatest(node_life.seen_at, excluded.seen_at)
            """)
                .param("node", node)
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    /**
     * The stretches between these instants in which no node lived, in order. Before the first node
     * that is known of, nothing counts as down; neither do gaps of less than a minute, which are
     * those between two beats.
     */
    public List<Down> between(Instant from, Instant to) {
        return jdbc.sql("""
            select lived_until, started_at from (
                select started_at, max(seen_at) over (
                    order by started_at, node rows between unbounded preceding and 1 preceding) as lived_until
                from node_life) life
            where lived_until < started_at - interval '1 minute'
                and started_at > :from and lived_until < :to
            order by started_at
            """)
                .param("from", Sql.time(from))
                .param("to", Sql.time(to))
                .query((row, n) -> new Down(Sql.instant(row, "lived_until"), Sql.instant(row, "started_at")))
                .list();
    }

    /** A node that is stopped says so: what comes after it is down time to the second. */
    @Override
    public void destroy() {
        if (begun) {
            try {
                beat();
            } catch (DataAccessException e) {
                LOG.debug("The last sign of life could not be written", e);
            }
        }
    }
}
