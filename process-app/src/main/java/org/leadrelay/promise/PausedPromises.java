package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.KnownClause;
import org.leadrelay.journal.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pausing and resuming of promises that wait for marketing's answer, or for the day the buyer asked for. As for
 * {@link Promises}, every call belongs to the transaction of what it tells about. Each promise counts in the
 * version of the calendar it was opened in.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PausedPromises {

    private final Ledger ledger;
    private final PromiseEndings endings;
    private final Charter charter;
    private final BusinessCalendars calendars;
    private final PromiseLines lines;
    private final ApplicationEventPublisher events;
    private final PromiseClock clock;

    PausedPromises(
            Ledger ledger,
            PromiseEndings endings,
            Charter charter,
            BusinessCalendars calendars,
            PromiseLines lines,
            ApplicationEventPublisher events,
            PromiseClock clock) {
        this.ledger = ledger;
        this.endings = endings;
        this.charter = charter;
        this.calendars = calendars;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /** The lead's promises wait for marketing's answer. One already missed is not paused. */
    public void paused(UUID leadId) {
        Instant now = clock.now();
        for (PromiseEntity promise : ledger.lockAll(leadId)) {
            if (promise.mayPause(now) && !promise.clause().equals(KnownClause.ANSWER_QUESTION.id())) {
                promise.pause(now);
                lines.add(promise, Kind.PROMISE_PAUSED, now);
                events.publishEvent(new PromiseMoved(promise.id()));
            }
        }
    }

    /**
     * The answer is here: every paused promise goes on with the working time it had left.
     *
     * @return clause to new due instant; the timers are set from it
     */
    public Map<String, Instant> resumed(UUID leadId) {
        Instant now = clock.now();
        Map<String, Instant> moved = new LinkedHashMap<>();
        for (PromiseEntity promise : ledger.lockAll(leadId)) {
            if (promise.isPaused()) {
                Duration left = promise.resume(calendars.version(promise.calendarVersion()), now);
                lines.resumed(promise, now, left);
                moved.put(promise.clause(), promise.due());
            }
        }
        return moved;
    }

    /**
     * The step was answered with a day that the buyer asked for. The promise is kept open and due
     * at the close of that day; until the step comes back it waits, and nobody is late. One that
     * was missed already is not renewed: it ends broken, and the step's return opens the next.
     *
     * @param until when the step comes back
     * @param holder who answered
     * @param at when it was answered
     */
    public void renewed(UUID leadId, String clause, Instant until, @Nullable String holder, Instant at) {
        Optional<PromiseEntity> running = ledger.lock(leadId, clause);
        if (running.isEmpty()) {
            return;
        }
        PromiseEntity promise = running.get();
        Instant now = PromiseClock.counted(at);
        if (promise.isBroken() || promise.missedAt(now)) {
            endings.completedLate(promise, holder, now);
            return;
        }
        Clause agreed = charter.current().clauses().get(clause);
        Instant before = promise.due();
        promise.renew(calendars.version(promise.calendarVersion()), until, share(agreed), now);
        lines.renewed(promise, now, before);
        events.publishEvent(new PromiseMoved(promise.id()));
    }

    /** The wait for the buyer's day was taken away with its journey: void, nobody's fault. */
    public void waitTakenAway(UUID leadId) {
        for (PromiseEntity promise : ledger.lockAll(leadId)) {
            if (promise.isAwaitingBuyer()) {
                endings.cancel(leadId, promise.clause(), null);
            }
        }
    }

    private static @Nullable Double share(@Nullable Clause clause) {
        return clause == null ? null : clause.reminderShare();
    }
}
