package org.leadrelay.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.charter.Rung;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Sweep;
import org.leadrelay.promise.PromiseBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Schedule of the rungs that are climbed some working time after a promise was broken, one row for each. Each is
 * told once, whichever node finds it first, and dropped when the promised step ended before its time had come.
 */
@Component
public class LaterRungs implements Sweep {

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final Notices notices;
    private final Clock clock;
    private final TransactionTemplate own;

    LaterRungs(
            JdbcClient jdbc,
            Addressees addressees,
            Notices notices,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.addressees = addressees;
        this.notices = notices;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Waiting(
            UUID id,
            UUID promiseId,
            UUID leadId,
            String clause,
            Instant dueAt,
            String after,
            String whom,
            boolean running) {}

    /** The rung is climbed at that instant if the promise's step still runs then. */
    void wait(PromiseBroken promise, Rung rung, Instant at) {
        jdbc.sql("""
            insert into later_rung
                (id, promise_id, lead_id, clause, due_at, after, whom, at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
            on conflict (promise_id, after, whom) do nothing
            """)
                .params(
                        promise.promiseId(),
                        promise.leadId(),
                        promise.clause(),
                        Sql.time(promise.due()),
                        rung.after().toString(),
                        rung.whom(),
                        Sql.time(at))
                .update();
    }

    @Override
    public int sweep() {
        int done = 0;
        while (Boolean.TRUE.equals(own.execute(status -> climbNext()))) {
            done++;
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("""
            select at from later_rung where state = 'waiting' and at > ?
            order by at limit 1
            """)
                .param(Sql.time(after))
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }

    private boolean climbNext() {
        Optional<Waiting> due = next();
        if (due.isEmpty()) {
            return false;
        }
        Waiting rung = due.get();
        if (rung.running()) {
            notices.tell(
                    addressees.of(rung.whom(), rung.leadId(), rung.clause()),
                    NoticeContent.about(
                            rung.promiseId(),
                            rung.leadId(),
                            rung.clause(),
                            rung.dueAt(),
                            NoticeKind.ESCALATION,
                            "%s:after:%s".formatted(rung.promiseId(), rung.after())));
        }
        jdbc.sql("update later_rung set state = ?, done_at = ? where id = ?")
                .params(rung.running() ? "told" : "dropped", Sql.time(clock.instant()), rung.id())
                .update();
        return true;
    }

    private Optional<Waiting> next() {
        return jdbc.sql("""
            select r.id, r.promise_id, r.lead_id, r.clause, r.due_at, r.after, r.whom,
                   exists (select 1 from promise p
                           where p.id = r.promise_id and p.ended_at is null) as running
            from later_rung r
            where r.state = 'waiting' and r.at <= ?
            order by r.at, r.id limit 1
            for update of r skip locked
            """)
                .param(Sql.time(clock.instant()))
                .query(Waiting.class)
                .optional();
    }
}
