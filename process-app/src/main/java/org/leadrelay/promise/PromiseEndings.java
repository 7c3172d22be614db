package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.journal.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ending of promises, each counted in the hours it was opened in. */
@Component
class PromiseEndings {

    private final Ledger ledger;
    private final BusinessCalendars calendars;
    private final PromiseLines lines;
    private final ApplicationEventPublisher events;
    private final PromiseClock clock;

    PromiseEndings(
            Ledger ledger,
            BusinessCalendars calendars,
            PromiseLines lines,
            ApplicationEventPublisher events,
            PromiseClock clock) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it is broken; marks it so when its due instant has passed. */
    boolean broken(PromiseEntity promise) {
        if (promise.isBroken()) {
            return true;
        }
        Instant now = clock.now();
        if (!promise.missedAt(now)) {
            return false;
        }
        promise.breakAt(now);
        lines.add(promise, Kind.PROMISE_BROKEN, now);
        events.publishEvent(promise.broken());
        return true;
    }

    /** Whether the running promise of a step that was completed in time is kept now, without a look at anything else. */
    boolean keep(UUID leadId, String clause, @Nullable String holder, Instant now) {
        Optional<Ledger.Kept> kept = ledger.keep(leadId, clause, now, holder);
        kept.ifPresent(promise -> {
            lines.kept(leadId, clause, promise, now, holder);
            events.publishEvent(new PromiseEnded(promise.id(), null));
        });
        return kept.isPresent();
    }

    /**
     * Its step ended.
     *
     * @param completed false when the step was taken away
     * @param holder who held the step then, null for nobody
     * @param now when it ended
     */
    void end(PromiseEntity promise, boolean completed, @Nullable String holder, Instant now) {
        if (!promise.isBroken() && !promise.missedAt(now)) {
            if (completed) {
                promise.keep(now, holder);
            } else {
                promise.cancel(now, holder);
            }
            ledger.ended();
            lines.ended(promise, completed ? Kind.PROMISE_KEPT : Kind.PROMISE_VOID, now, null);
            events.publishEvent(new PromiseEnded(promise.id(), null));
            return;
        }
        boolean known = promise.isBroken();
        Duration late = completed ? calendars.version(promise.calendarVersion()).between(promise.due(), now) : null;
        promise.endBroken(now, late, holder);
        ledger.ended();
        if (known && !completed) {
            lines.ended(promise, Kind.PROMISE_ENDED, now, null);
        } else {
            lines.ended(promise, Kind.PROMISE_BROKEN, now, late);
            if (!completed) {
                // whoever is told now has not seen it before: it is not resolved in the same breath
                events.publishEvent(promise.broken());
                return;
            }
        }
        events.publishEvent(new PromiseEnded(promise.id(), promise.reason() == null ? holder : null));
    }
}
