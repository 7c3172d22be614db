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
 * Sweep that dates the removal of what {@link OperationsHistoryLevel} keeps of ended journeys, a day before it is due: so many days
 * after the end as the model of the journey says ({@code historyTimeToLive}). The engine's clean-up removes it by that date. A few journeys
 * wait for it at any time: those that were dated are soon removed.
 */
@Component
class RemovalDates implements Sweep {

    private static final int JOURNEYS = 1_000;
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofDays(1);

    /** The end times are asked for by themselves first, so that their index serves; a model that was deleted leaves the usual time. */
    private static final String DATE = """
        with ended as (
            select p.id_, p.end_time_ + make_interval(days => coalesce(d.history_ttl_, :days)) as removal
            from act_hi_procinst p left join act_re_procdef d on d.id_ = p.proc_def_id_
            where p.removal_time_ is null and p.root_proc_inst_id_ = p.id_
                and p.end_time_ <= :until - make_interval(
                    days => (select least(min(history_ttl_), :days) from act_re_procdef))
                and p.end_time_ + make_interval(days => coalesce(d.history_ttl_, :days)) <= :until
            order by p.end_time_ limit :most for update of p skip locked
        ), operations as (
            update act_hi_op_log o set removal_time_ = ended.removal from ended where o.root_proc_inst_id_ = ended.id_
        ), incidents as (
            update act_hi_incident i set removal_time_ = ended.removal from ended where i.root_proc_inst_id_ = ended.id_
        ), instances as (
            update act_hi_procinst p set removal_time_ = ended.removal from ended where p.root_proc_inst_id_ = ended.id_
        )
        select count(*) from ended
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Instant next;

    RemovalDates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is removed is read by no step. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        Instant now = clock.instant();
        Instant wait = next;
        if (wait != null && now.isBefore(wait)) {
            return 0;
        }
        int dated = jdbc.sql(DATE)
                .param("days", HardenedEngine.HISTORY_DAYS)
                .param("until", LocalDateTime.ofInstant(now.plus(AHEAD), ZoneOffset.UTC))
                .param("most", JOURNEYS)
                .query(Integer.class)
                .single();
        next = dated == JOURNEYS ? null : now.plus(PAUSE);
        return dated;
    }
}
