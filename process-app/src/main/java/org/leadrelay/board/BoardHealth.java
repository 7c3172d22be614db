package org.leadrelay.board;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Health indicator of the boards. A number that lacks a lead is no reason to take a node out of service. */
@Component("boards")
class BoardHealth implements HealthIndicator {

    private static final int MOST_NAMED = 20;

    private final BoardProgress progress;
    private final JdbcClient jdbc;

    BoardHealth(BoardProgress progress, JdbcClient jdbc) {
        this.progress = progress;
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        BoardProgress.State state = progress.state();
        Health.Builder health =
                Health.up().withDetail("complete", state.complete()).withDetail("caughtUp", progress.isCaughtUp());
        if (state.logUpTo() != null) {
            health.withDetail("logUpTo", state.logUpTo().toString());
        }
        if (state.unreadable() > 0) {
            health.withDetail("unreadable", state.unreadable() + " leads could not be read and are in no number")
                    .withDetail(
                            "leads",
                            jdbc.sql("""
                                select lead_id || ': ' || unreadable from lap_fact_position
                                where unreadable is not null order by lead_id limit ?
                                """).param(MOST_NAMED).query(String.class).list());
        }
        return health.build();
    }
}
