package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.Clause;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.Recalculation;
import org.leadrelay.workingtime.WorkingTime;

/**
 * Recalculation of one promise under another version of the charter, as a pure function.
 *
 * <p>A promise counts from its opening. One that was paused has used up part of its working time,
 * and gets what the new clause leaves of it: from where it was paused while it is, else from now.
 * It stays in its calendar and its version, unless it counts in the charter's and the charter now
 * names another.
 */
final class Recounting {

    private final CharterTerms terms;
    private final BusinessCalendars calendars;
    private final IntFunction<String> calendarOf;
    private final Map<Integer, String> agreed = new HashMap<>();
    private final Instant from;
    private final Instant at;

    /**
     * @param calendarOf the calendar that a version of the charter names
     * @param now when it is counted; nobody loses a promise before the version takes effect
     */
    Recounting(CharterTerms terms, BusinessCalendars calendars, IntFunction<String> calendarOf, Instant now) {
        this.terms = terms;
        this.calendars = calendars;
        this.calendarOf = calendarOf;
        this.from = terms.inForceFrom().truncatedTo(ChronoUnit.MILLIS);
        this.at = later(now, from);
    }

    Recount of(PromiseEntity promise) {
        Clause clause = terms.clauses().get(promise.clause());
        BusinessCalendar old = calendars.version(promise.calendarVersion());
        Instant before = shown(promise, old, promise.due());
        // A timer that is due may have fired already, and then nothing moves it any more.
        if (promise.isBroken() || promise.missedAt(at)) {
            return Recount.of(promise, before, before, RecomputationEffect.OVER, null);
        }
        if (promise.isRenewed()) {
            return Recount.of(promise, before, before, RecomputationEffect.BUYERS_DAY, null);
        }
        if (clause == null) {
            return Recount.of(promise, before, before, RecomputationEffect.NO_CLAUSE, null);
        }
        return of(promise, clause, old, before);
    }

    private Recount of(PromiseEntity promise, Clause clause, BusinessCalendar old, Instant before) {
        BusinessCalendar hours = hours(promise, old);
        Duration work =
                hours.count(promise.opened(), clause.work(promise.priority())).work();
        Duration used = used(promise, old);
        Instant start = start(promise);
        Duration left = positive(work.minus(used));
        WorkingTime counted = hours.count(start, left);
        boolean stays = hours == old && work.equals(promise.work());
        boolean atOnce = !stays
                && (left.isZero() || (!promise.isPaused() && counted.due().isBefore(from)));
        Instant due = stays ? promise.due() : counted.due();
        if (atOnce && !promise.isPaused()) {
            due = promise.wasPaused() ? at : from;
        }
        Instant remind = remind(promise, clause, hours, work, start, used, atOnce ? start : due);
        Instant after = shown(promise, hours, due);
        RecomputationEffect effect = atOnce ? RecomputationEffect.AT_ONCE : effect(before, after);
        if (due.equals(promise.due()) && same(remind, promise.remind())) {
            return Recount.of(promise, before, after, effect, null);
        }
        Recalculation words =
                new Recalculation(terms.version(), hours.zone(), from, promise.wasPaused() ? null : counted, left, due);
        return Recount.of(
                promise,
                before,
                after,
                effect,
                new Recount.Anew(terms.version(), hours.version(), work, due, remind, Words.each(words::text)));
    }

    /** Null for no reminder; one that was given, or is due, stays where it was. */
    private @Nullable Instant remind(
            PromiseEntity promise,
            Clause clause,
            BusinessCalendar hours,
            Duration work,
            Instant start,
            Duration used,
            Instant before) {
        Instant known = promise.remind();
        boolean over = known != null && !promise.isPaused() && !known.isAfter(at);
        if (promise.isReminded() || over) {
            return known;
        }
        Duration until = clause.untilReminder(work);
        if (until == null) {
            return null;
        }
        Instant remind = hours.reminder(start, positive(until.minus(used)));
        return remind.isBefore(before) ? remind : null;
    }

    private Instant start(PromiseEntity promise) {
        Instant paused = promise.paused();
        return paused != null ? paused : promise.wasPaused() ? at : promise.opened();
    }

    /** The working time that it ran before {@link #start}. */
    private Duration used(PromiseEntity promise, BusinessCalendar old) {
        return promise.wasPaused() ? promise.work().minus(old.between(start(promise), promise.due())) : Duration.ZERO;
    }

    private Instant shown(PromiseEntity promise, BusinessCalendar hours, Instant due) {
        Instant paused = promise.paused();
        return paused == null ? due : hours.add(at, positive(hours.between(paused, due)));
    }

    private BusinessCalendar hours(PromiseEntity promise, BusinessCalendar old) {
        String named = agreed.computeIfAbsent(promise.charterVersion(), calendarOf::apply);
        boolean moves = !named.equals(terms.calendarId()) && named.equals(calendars.idOf(promise.calendarVersion()));
        return moves ? calendars.newest(terms.calendarId()).orElse(old) : old;
    }

    private static RecomputationEffect effect(Instant before, Instant after) {
        return after.equals(before)
                ? RecomputationEffect.SAME
                : after.isAfter(before) ? RecomputationEffect.LATER : RecomputationEffect.EARLIER;
    }

    private static boolean same(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other == null : one.equals(other);
    }

    private static Duration positive(Duration work) {
        return work.isNegative() ? Duration.ZERO : work;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
