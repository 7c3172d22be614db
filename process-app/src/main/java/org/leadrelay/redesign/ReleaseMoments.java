package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sweep that notes of each release whose moment has come that it is in force. Nothing waits for it: the moment itself decides. */
@Component
class ReleaseMoments implements Sweep {

    private final ReleaseTable releases;
    private final ReleaseEventTable events;
    private final Clock clock;

    ReleaseMoments(ReleaseTable releases, ReleaseEventTable events, Clock clock) {
        this.releases = releases;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int sweep() {
        int noted = 0;
        for (ReleaseRow each : releases.unnoted(clock.instant())) {
            boolean first =
                    events.note(each, ReleaseEvent.Kind.IN_FORCE, "", LineDetails.of("charter", each.charterVersion()));
            noted += first ? 1 : 0;
        }
        return noted;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return releases.scheduled(after).stream().map(ReleaseRow::inForceFrom).findFirst();
    }
}
