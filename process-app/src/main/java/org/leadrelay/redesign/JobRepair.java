package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Retry and postponement of the engine's failed jobs, each with its line in the log of operations. Only the job's own row
 * is touched: the lead stays where it is, and goes on when the job succeeds.
 */
@Service
public class JobRepair {

    /** Once: whoever asked sees at once whether it helped. */
    private static final int ONCE = 1;

    /** Nobody waits for a job that was put off: it is tried as often as one that failed for the first time. */
    private static final int AS_FROM_THE_START = 3;

    /** In one transaction, so that nothing waits long for it. */
    private static final int CHUNK = 100;

    private static final Duration LATEST = Duration.ofDays(90);

    private static final Wording WORDING = Wording.of(JobRepair.class, "jobs");

    private final EngineJobs jobs;
    private final OperationLog log;
    private final CurrentPerson person;
    private final TransactionOperations transactions;
    private final Clock clock;

    JobRepair(
            EngineJobs jobs, OperationLog log, CurrentPerson person, TransactionOperations transactions, Clock clock) {
        this.jobs = jobs;
        this.log = log;
        this.person = person;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the person may try jobs again and put them off. */
    public boolean allowed() {
        return person.get().may(Permission.REPAIR_JOBS);
    }

    /**
     * The job is tried once more, at once.
     *
     * @throws NotFound when there is no such job
     * @throws Conflict when it has not failed, or was tried again meanwhile
     */
    public void retry(String id) {
        person.get().mustHave(Permission.REPAIR_JOBS);
        one(id, ONCE, null);
    }

    /**
     * The job is tried again at a moment, and then as often as at first.
     *
     * @throws NotFound when there is no such job
     * @throws Conflict when it has not failed, or was tried again meanwhile
     * @throws Invalid when the moment is past, or too far away
     */
    public void postpone(String id, @Nullable Instant until) {
        person.get().mustHave(Permission.REPAIR_JOBS);
        one(id, AS_FROM_THE_START, checked(until));
    }

    /**
     * All that were given up are tried once more, at one place or, without one, everywhere.
     *
     * @return how many
     */
    public int retryAll(EngineJobs.@Nullable Place place) {
        person.get().mustHave(Permission.REPAIR_JOBS);
        return all(place, ONCE, null);
    }

    /**
     * All that were given up are tried again at a moment, at one place or, without one, everywhere.
     *
     * @return how many
     * @throws Invalid when the moment is past, or too far away
     */
    public int postponeAll(EngineJobs.@Nullable Place place, @Nullable Instant until) {
        person.get().mustHave(Permission.REPAIR_JOBS);
        return all(place, AS_FROM_THE_START, checked(until));
    }

    private void one(String id, int tries, @Nullable Instant until) {
        transactions.executeWithoutResult(status -> {
            if (again(List.of(id), tries, until) == 0) {
                if (jobs.exists(id)) {
                    throw new Conflict(WORDING.text("notFailed"));
                }
                throw new NotFound(WORDING.text("noJob"));
            }
        });
    }

    /** Chunk by chunk, of those that had been given up when it began: one that fails again is not tried twice. */
    private int all(EngineJobs.@Nullable Place place, int tries, @Nullable Instant until) {
        int done = 0;
        List<String> all = jobs.givenUp(place);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            Integer again = transactions.execute(status -> again(chunk, tries, until));
            done += again == null ? 0 : again;
        }
        return done;
    }

    private int again(List<String> ids, int tries, @Nullable Instant until) {
        List<EngineJobs.Job> failed = jobs.lock(ids);
        if (failed.isEmpty()) {
            return 0;
        }
        jobs.tryAgain(failed.stream().map(EngineJobs.Job::id).toList(), tries, until == null ? clock.instant() : until);
        failed.forEach(each -> log.add(
                StreamKind.OPERATION,
                until == null ? Kind.JOB_RETRIED : Kind.JOB_POSTPONED,
                each.id(),
                LineDetails.of("element", each.element())
                        .and("model", each.model())
                        .and("instance", each.instance())
                        .and("until", until)
                        .map()));
        return failed.size();
    }

    private Instant checked(@Nullable Instant until) {
        Instant now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LATEST))) {
            throw Invalid.field("until", WORDING.text("until", LATEST.toDays()));
        }
        return until;
    }
}
