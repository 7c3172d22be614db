package org.leadrelay.promise;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of promises: one clause of the charter applied to one lead at one moment. It is the
 * only source of "on time" anywhere. Every call belongs to the transaction of what it tells about,
 * and adds its line to the journey log.
 *
 * <p>A promise runs from its opening until its step ends. It may be broken while it runs; what
 * happens to the step afterwards is noted on the same row. For one lead and clause at most one
 * promise runs.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Promises {

    /**
     * What a paused promise is due at, and a reminder that nobody agreed on: a timer that never
     * fires.
     */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Charter charter;
    private final Ledger ledger;
    private final PromiseOpenings openings;
    private final PromiseEndings endings;
    private final PromiseUpdates updates;
    private final PromiseLines lines;
    private final ApplicationEventPublisher events;
    private final PromiseClock clock;

    Promises(
            Charter charter,
            Ledger ledger,
            PromiseOpenings openings,
            PromiseEndings endings,
            PromiseUpdates updates,
            PromiseLines lines,
            ApplicationEventPublisher events,
            PromiseClock clock) {
        this.charter = charter;
        this.ledger = ledger;
        this.openings = openings;
        this.endings = endings;
        this.updates = updates;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the charter in force has such a clause. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isClause(String clause) {
        return charter.current().clauses().containsKey(clause);
    }

    /**
     * When the promise is due; opens it if none is running for this lead and clause. Asking again
     * changes nothing, whatever priority is given. A paused promise is due {@link #NEVER}.
     *
     * @param priority high, normal or low; anything else counts as normal
     * @param element the model element the deadline stands on
     * @param rep who has the lead; a promise of reps counts in the hours of this one
     * @throws IllegalArgumentException when the charter has no such clause
     */
    public Instant due(UUID leadId, String clause, @Nullable String priority, String element, @Nullable String rep) {
        Promise promise = openings.running(leadId, clause, priority, element, rep);
        return promise.paused() ? NEVER : promise.due();
    }

    /**
     * When to remind of the promise, opening it as {@link #due} does; null when the clause has no
     * reminder or the promise is paused.
     *
     * @throws IllegalArgumentException when the charter has no such clause
     */
    public @Nullable Instant remind(
            UUID leadId, String clause, @Nullable String priority, String element, @Nullable String rep) {
        Promise promise = openings.running(leadId, clause, priority, element, rep);
        return promise.paused() ? null : promise.remind();
    }

    /**
     * When the running promise is due, {@link #NEVER} while it is paused; null when none runs.
     * Opens nothing: for timers that follow the ledger.
     */
    public @Nullable Instant runningDue(UUID leadId, String clause) {
        Promise promise = ledger.running(leadId, clause);
        return promise == null ? null : promise.paused() ? NEVER : promise.due();
    }

    /**
     * When to remind of the running promise, {@link #NEVER} for not at all; null when none runs.
     */
    public @Nullable Instant runningRemind(UUID leadId, String clause) {
        Promise promise = ledger.running(leadId, clause);
        if (promise == null) {
            return null;
        }
        Instant remind = promise.paused() ? null : promise.remind();
        return remind == null ? NEVER : remind;
    }

    /**
     * The promised step was completed: kept in time, otherwise broken with its lateness.
     *
     * @param holder who held the step, null when it is a wait that nobody holds
     */
    public void completed(UUID leadId, String clause, @Nullable String holder) {
        completed(leadId, clause, holder, clock.now());
    }

    /**
     * The same for an answer that was given earlier and is carried out now: that moment counts.
     *
     * @param at when it was given
     */
    public void completed(UUID leadId, String clause, @Nullable String holder, Instant at) {
        Instant then = PromiseClock.counted(at);
        if (!endings.keep(leadId, clause, holder, then)) {
            ledger.lock(leadId, clause).ifPresent(promise -> endings.completedLate(promise, holder, then));
        }
    }

    /** The promised step was taken away: void before its due instant, otherwise broken. */
    public void cancelled(UUID leadId, String clause, @Nullable String holder) {
        endings.cancel(leadId, clause, holder);
    }

    /**
     * The step has another holder; running promises that stand on it are now that person's to keep.
     *
     * @param element the model element of the step
     * @param login null when nobody holds it
     */
    public void heldBy(UUID leadId, String element, @Nullable String login) {
        ledger.heldBy(leadId, element, login);
    }

    /** The step has just opened, and nobody has it. */
    public void heldByNobodyYet(UUID leadId, String element) {
        ledger.heldByNobodyYet(leadId, element);
    }

    /**
     * Whether the promise is really broken now; marks it so. A deadline asks this before it acts,
     * because a timer that was moved while it was being taken fires all the same. False when no
     * promise is running.
     */
    public boolean overdue(UUID leadId, String clause) {
        return endings.broken(leadId, clause);
    }

    /** Somebody was reminded; the first reminder counts, and after a renewal the first again. */
    public void reminded(UUID leadId, String clause) {
        Instant now = clock.now();
        updates.remind(leadId, clause, now).ifPresent(promise -> {
            lines.add(promise, Kind.PROMISE_REMINDED, now);
            events.publishEvent(promise.remindedEvent());
        });
    }

    /** Every promise ever made for a lead, oldest first, in words of the given language. */
    @Transactional(readOnly = true)
    public List<PromiseRow> of(UUID leadId, Locale locale) {
        return ledger.of(leadId, locale);
    }
}
