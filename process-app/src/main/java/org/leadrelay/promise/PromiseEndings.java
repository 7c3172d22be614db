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
    private final PromiseUpdates updates;
    private final BusinessCalendars calendars;
    private final PromiseLines lines;
    private final ApplicationEventPublisher events;
    private final PromiseClock clock;

    PromiseEndings(
            Ledger ledger,
            PromiseUpdates updates,
            BusinessCalendars calendars,
            PromiseLines lines,
            ApplicationEventPublisher events,
            PromiseClock clock) {
        this.ledger = ledger;
        this.updates = updates;
        this.calendars = calendars;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the running promise is broken; marks it so when its due instant has passed. */
    boolean broken(UUID leadId, String clause) {
        Instant now = clock.now();
        Optional<PromiseSnapshot> running = updates.breakIfMissed(leadId, clause, now);
        running.filter(PromiseSnapshot::missed).ifPresent(promise -> {
            lines.add(promise, Kind.PROMISE_BROKEN, now);
            events.publishEvent(promise.brokenEvent(true));
        });
        return running.filter(promise -> promise.broken() || promise.missed()).isPresent();
    }

    /** Whether the running promise of a step that was completed in time is kept now, without a look at anything else. */
    boolean keep(UUID leadId, String clause, @Nullable String holder, Instant now) {
        Optional<PromiseSnapshot> kept = updates.keep(leadId, clause, now, holder);
        kept.ifPresent(promise -> {
            lines.ended(promise, Kind.PROMISE_KEPT, now, holder);
            events.publishEvent(new PromiseEnded(promise.id(), null));
        });
        return kept.isPresent();
    }

    /** The step of the running promise was taken away. */
    void cancel(UUID leadId, String clause, @Nullable String holder) {
        Instant now = clock.now();
        updates.cancel(leadId, clause, now, holder).ifPresent(promise -> {
            if (promise.missed()) {
                lines.ended(promise, Kind.PROMISE_BROKEN, now, holder);
                // whoever is told now has not seen it before: it is not resolved in the same breath
                events.publishEvent(promise.brokenEvent(false));
                return;
            }
            lines.ended(promise, promise.broken() ? Kind.PROMISE_ENDED : Kind.PROMISE_VOID, now, holder);
            events.publishEvent(
                    new PromiseEnded(promise.id(), promise.broken() && !promise.explained() ? holder : null));
        });
    }

    /**
     * The step of a promise that was not kept was completed after all.
     *
     * @param holder who held the step then, null for nobody
     */
    void completedLate(PromiseEntity promise, @Nullable String holder, Instant now) {
        Duration late = calendars.version(promise.calendarVersion()).between(promise.due(), now);
        promise.endBroken(now, late, holder);
        ledger.ended();
        lines.completedLate(promise, now, late);
        events.publishEvent(new PromiseEnded(promise.id(), promise.reason() == null ? holder : null));
    }
}
