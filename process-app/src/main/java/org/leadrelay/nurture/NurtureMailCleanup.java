package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Retention of what happened to nurture mails, and of the links in them; those to unsubscribe are kept for ever. */
@Component
class NurtureMailCleanup implements Sweep {

    private static final Duration EVERY = Duration.ofHours(1);

    private final MailTokenTable tokens;
    private final MailEventTable events;
    private final Duration keep;
    private final Clock clock;
    private volatile @Nullable Instant done;

    NurtureMailCleanup(MailTokenTable tokens, MailEventTable events, NurtureSettings settings, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.keep = settings.keep();
        this.clock = clock;
    }

    /** Retention counts days. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        Instant now = clock.instant();
        Instant last = done;
        if (last != null && now.isBefore(last.plus(EVERY))) {
            return 0;
        }
        done = now;
        return events.removeBefore(now.minus(keep)) + tokens.removeBefore(now.minus(keep));
    }
}
