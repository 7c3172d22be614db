package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.leadrelay.platform.MinimumInterval;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Retention of what happened to nurture mails, and of the links in them; those to unsubscribe are kept for ever. */
@Component
class NurtureMailCleanup implements Sweep {

    private final MailTokenTable tokens;
    private final MailEventTable events;
    private final Duration keep;
    private final Clock clock;
    private final MinimumInterval interval = new MinimumInterval(Duration.ofHours(1));

    NurtureMailCleanup(MailTokenTable tokens, MailEventTable events, NurtureSettings settings, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.keep = settings.keep();
        this.clock = clock;
    }

    @Override
    public int sweep() {
        Instant now = clock.instant();
        if (!interval.begin(now)) {
            return 0;
        }
        return events.removeBefore(now.minus(keep)) + tokens.removeBefore(now.minus(keep));
    }
}
