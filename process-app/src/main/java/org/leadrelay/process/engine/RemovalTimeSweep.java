package org.leadrelay.process.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sweep that sets the removal time ({@code REMOVAL_TIME_}) of what {@link OperationsHistoryLevel} keeps of ended journeys, within an hour
 * of their end: so many days after it as the model of the journey says ({@code historyTimeToLive}). The engine's clean-up removes by it.
 * One that an operator has set meanwhile stays.
 */
@Component
class RemovalTimeSweep implements Sweep {

    private static final int JOURNEYS = 1_000;
    private static final Duration PAUSE = Duration.ofHours(1);

    /** A transaction that ends a journey takes less than this until it is seen. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** The whole may be dated while a part of it is not. A model that was deleted within the hour leaves the usual time. */
    private static final String DATE = """
        with ended as (
            select whole.id_, whole.end_time_ + make_interval(days => coalesce(d.history_ttl_, :days)) as removal
            from act_hi_procinst whole left join act_re_procdef d on d.id_ = whole.proc_def_id_
            where whole.end_time_ >= :since and whole.root_proc_inst_id_ = whole.id_ and exists (
                select from act_hi_procinst part
                where part.root_proc_inst_id_ = whole.id_ and part.removal_time_ is null)
            order by whole.end_time_ limit :most for update of whole skip locked
        ), operations as (
            update act_hi_op_log o set removal_time_ = ended.removal
            from ended where o.root_proc_inst_id_ = ended.id_ and o.removal_time_ is null
        ), incidents as (
            update act_hi_incident i set removal_time_ = ended.removal
            from ended where i.root_proc_inst_id_ = ended.id_ and i.removal_time_ is null
        ), instances as (
            update act_hi_procinst p set removal_time_ = ended.removal
            from ended where p.root_proc_inst_id_ = ended.id_ and p.removal_time_ is null
        )
        select count(*) from ended
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** All that ended before it is dated; after the node's start nothing is known to be. */
    private Instant done = Instant.EPOCH;

    private @Nullable Instant next;

    RemovalTimeSweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is removed is read by no step. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public synchronized int sweep() {
        Instant now = clock.instant();
        if (next != null && now.isBefore(next)) {
            return 0;
        }
        int dated = jdbc.sql(DATE)
                .param("days", HardenedEngine.HISTORY_DAYS)
                .param("since", LocalDateTime.ofInstant(done, ZoneOffset.UTC))
                .param("most", JOURNEYS)
                .query(Integer.class)
                .single();
        if (dated < JOURNEYS) {
            done = now.minus(OVERLAP);
            next = now.plus(PAUSE);
        }
        return dated;
    }
}
