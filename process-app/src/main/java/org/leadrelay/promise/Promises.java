package org.leadrelay.promise;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.Kind;
import org.leadrelay.charter.Charter;
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

    /** The clause marketing answers while the others wait for it. */
    private static final String QUESTION = "answerQuestion";

    private final Charter charter;
    private final Ledger ledger;
    private final PromiseLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promises(
            Charter charter,
            Ledger ledger,
            PromiseLines lines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.charter = charter;
        this.ledger = ledger;
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
     * @throws IllegalArgumentException when the charter has no such clause
     */
    public Instant due(UUID leadId, String clause, @Nullable String priority, String element) {
        var promise = running(leadId, clause, priority, element);
        return promise.paused() ? NEVER : promise.due();
    }

    /**
     * When to remind of the promise, opening it as {@link #due} does; null when the clause has no
     * reminder or the promise is paused.
     *
     * @throws IllegalArgumentException when the charter has no such clause
     */
    public @Nullable Instant remind(
            UUID leadId, String clause, @Nullable String priority, String element) {
        var promise = running(leadId, clause, priority, element);
        return promise.paused() ? null : promise.remind();
    }

    /**
     * When the running promise is due, {@link #NEVER} while it is paused; null when none runs.
     * Opens nothing: for timers that follow the ledger.
     */
    public @Nullable Instant runningDue(UUID leadId, String clause) {
        var promise = ledger.running(leadId, clause);
        return promise == null ? null : promise.paused() ? NEVER : promise.due();
    }

    /**
     * When to remind of the running promise, {@link #NEVER} for not at all; null when none runs.
     */
    public @Nullable Instant runningRemind(UUID leadId, String clause) {
        var promise = ledger.running(leadId, clause);
        if (promise == null) {
            return null;
        }
        var remind = promise.paused() ? null : promise.remind();
        return remind == null ? NEVER : remind;
    }

    /** The promised step was completed: kept in time, otherwise broken with its lateness. */
    public void completed(UUID leadId, String clause) {
        ledger.lock(leadId, clause).ifPresent(promise -> end(promise, true));
    }

    /** The promised step was taken away: void before its due instant, otherwise broken. */
    public void cancelled(UUID leadId, String clause) {
        ledger.lock(leadId, clause).ifPresent(promise -> end(promise, false));
    }

    /**
     * Whether the promise is really broken now; marks it so. A deadline asks this before it acts,
     * because a timer that was moved while it was being taken fires all the same. False when no
     * promise is running.
     */
    public boolean overdue(UUID leadId, String clause) {
        var running = ledger.lock(leadId, clause);
        if (running.isEmpty()) {
            return false;
        }
        var promise = running.get();
        if (promise.isBroken()) {
            return true;
        }
        var now = now();
        if (!promise.missedAt(now)) {
            return false;
        }
        promise.breakAt(now);
        lines.add(promise, Kind.PROMISE_BROKEN, Map.of("due", promise.due()));
        events.publishEvent(promise.broken());
        return true;
    }

    /** Somebody was reminded; the first reminder counts. */
    public void reminded(UUID leadId, String clause) {
        var running = ledger.lock(leadId, clause);
        if (running.isPresent() && !running.get().isReminded()) {
            running.get().remind(now());
            lines.add(running.get(), Kind.PROMISE_REMINDED, Map.of("due", running.get().due()));
            events.publishEvent(running.get().reminded());
        }
    }

    /** The lead's promises wait for marketing's answer. One already missed is not paused. */
    public void paused(UUID leadId) {
        var now = now();
        for (var promise : ledger.lockAll(leadId)) {
            if (!promise.isPaused()
                    && !promise.isBroken()
                    && !promise.missedAt(now)
                    && !promise.clause().equals(QUESTION)) {
                promise.pause(now);
                lines.add(promise, Kind.PROMISE_PAUSED, Map.of("due", promise.due()));
            }
        }
    }

    /**
     * The answer is here: every paused promise goes on with the working time it had left.
     *
     * @return clause to new due instant; the timers are set from it (and from {@link #remind} asked
     *     again)
     */
    public Map<String, Instant> resumed(UUID leadId) {
        var now = now();
        Map<String, Instant> moved = new LinkedHashMap<>();
        for (var promise : ledger.lockAll(leadId)) {
            if (promise.isPaused()) {
                var left = promise.resume(charter.calendar(), now);
                lines.add(
                        promise, Kind.PROMISE_RESUMED, Map.of("due", promise.due(), "left", left));
                moved.put(promise.clause(), promise.due());
            }
        }
        return moved;
    }

    /** Every promise ever made for a lead, oldest first, in words of the given language. */
    @Transactional(readOnly = true)
    public List<PromiseRow> of(UUID leadId, Locale locale) {
        return ledger.of(leadId, locale);
    }

    private Promise running(
            UUID leadId, String clauseName, @Nullable String priority, String element) {
        var known = ledger.running(leadId, clauseName);
        while (known == null) {
            known = open(leadId, clauseName, priority, element);
        }
        return known;
    }

    /**
     * Null when another transaction opened it and ended it again while we waited for that
     * transaction.
     */
    private @Nullable Promise open(
            UUID leadId, String clauseName, @Nullable String priority, String element) {
        var terms = charter.current();
        var clause = terms.clauses().get(clauseName);
        if (clause == null) {
            throw new IllegalArgumentException(
                    "the charter has no clause \""
                            + clauseName
                            + "\"; it has "
                            + terms.clauses().keySet());
        }
        var calendar = charter.calendar(terms);
        var now = now();
        var counted = calendar.count(now, clause.work(priority));
        var untilReminder = clause.untilReminder(priority);
        var promise =
                new Promise(
                        leadId,
                        clauseName,
                        counted.due(),
                        untilReminder == null ? null : calendar.add(now, untilReminder),
                        null);
        var id = UUID.randomUUID();
        boolean opened =
                ledger.open(
                        id,
                        promise,
                        element,
                        priority == null ? "normal" : priority,
                        terms.version(),
                        counted,
                        calendar);
        if (!opened) {
            return ledger.running(leadId, clauseName);
        }
        lines.opened(id, promise, element, terms.version(), calendar.version(), counted);
        return promise;
    }

    private void end(PromiseEntity promise, boolean completed) {
        var now = now();
        var due = promise.due();
        if (!promise.isBroken() && !promise.missedAt(now)) {
            if (completed) {
                promise.keep(now);
            } else {
                promise.cancel(now);
            }
            ledger.ended();
            lines.add(
                    promise, completed ? Kind.PROMISE_KEPT : Kind.PROMISE_VOID, Map.of("due", due));
            return;
        }
        boolean known = promise.isBroken();
        var late = completed ? charter.calendar().between(due, now) : null;
        promise.endBroken(now, late);
        ledger.ended();
        if (late != null) {
            lines.add(promise, Kind.PROMISE_BROKEN, Map.of("due", due, "completedLate", late));
        } else if (!known) {
            lines.add(promise, Kind.PROMISE_BROKEN, Map.of("due", due));
            events.publishEvent(promise.broken());
        }
    }

    /**
     * Timers know milliseconds: a finer due instant would let one fire before its promise is due.
     */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
