package org.leadrelay.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deputies who take over the open tasks of absent reps. */
@Service
public class Deputies {

    private final JdbcClient jdbc;
    private final Pool pool;
    private final AbsenceMoves moves;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Pool pool, AbsenceMoves moves, Clock clock) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * A rep who is away now and whose tasks go to others.
     *
     * @param deputy null when they go back to the pool
     * @param absence by which they are away; null for one that is only thought of
     */
    public record Away(
            String login, @Nullable String deputy, @Nullable UUID absence) {}

    /** Of absences that overlap, the one that began last says what becomes of the tasks. */
    @Transactional(readOnly = true)
    public List<Away> now() {
        return jdbc.sql("""
            select login, case open_tasks when 'deputy' then deputy end, id from (
                select distinct on (login) id, login, open_tasks, deputy
                from rep_absence
                where from_at <= :now and (until_at is null or until_at > :now)
                order by login, from_at desc, id) running
            where open_tasks <> 'stay'
            """)
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> new Away(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    /** When the next absence begins with which tasks move. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(Instant after) {
        return Optional.ofNullable(jdbc.sql("""
            select min(from_at) from rep_absence
            where from_at > ? and open_tasks <> 'stay'
            """)
                .param(Sql.time(after))
                .query((row, number) -> Sql.instantOrNull(row, 1))
                .list()
                .get(0));
    }

    /**
     * Who takes this lead: the deputy, above capacity too, because that is the manager's word; when
     * there is none or they are away themselves, the rep who would get it as a new one. Locks the
     * pool, so that the place which is found is still there when it is taken.
     *
     * @return empty when nobody is able
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> standIn(Away away, HandOff lead) {
        pool.lock();
        return standIn(away, lead, pool.candidates(lead)).map(Candidate::login);
    }

    /**
     * The absence has moved a task; kept, so that its effect can be read.
     *
     * @param to null when nobody was able
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(Away away, String taskId, @Nullable String to) {
        if (away.absence() != null) {
            moves.add(away.absence(), taskId, to);
        }
    }

    /**
     * Who would take these leads one after the other, with nothing else happening meanwhile; empty
     * for one for which nobody is able.
     */
    @Transactional(readOnly = true)
    public List<Optional<String>> forecast(Away away, List<HandOff> leads) {
        Map<String, Integer> more = new HashMap<>();
        Map<String, Instant> last = new HashMap<>();
        Instant now = clock.instant();
        List<Optional<String>> all = new ArrayList<>();
        for (HandOff lead : leads) {
            List<Candidate> reps = pool.candidates(lead).stream()
                    .map(rep -> rep.carrying(
                            more.getOrDefault(rep.login(), 0), last.getOrDefault(rep.login(), rep.lastLeadAt())))
                    .toList();
            Optional<String> to = standIn(away, lead, reps).map(Candidate::login);
            to.ifPresent(login -> {
                more.merge(login, 1, Integer::sum);
                last.put(login, now);
            });
            all.add(to);
        }
        return all;
    }

    private static Optional<Candidate> standIn(Away away, HandOff lead, List<Candidate> all) {
        List<Candidate> others =
                all.stream().filter(each -> !each.login().equals(away.login())).toList();
        return others.stream()
                .filter(each -> each.login().equals(away.deputy()) && !each.absent())
                .findFirst()
                .or(() -> Candidate.fairest(others, lead));
    }
}
