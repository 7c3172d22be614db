package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.promise.Breaches;
import org.springframework.stereotype.Component;

/** Lookup of the broken promise of an open task that nobody has explained yet. */
@Component
class BrokenPromises {

    private final Breaches breaches;
    private final Clock clock;

    BrokenPromises(Breaches breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
    }

    @Nullable
    UUID unexplained(TaskRow task) {
        Instant due = task.due();
        return due == null || due.isAfter(clock.instant())
                ? null
                : breaches.unexplained(task.leadId(), task.step()).orElse(null);
    }
}
