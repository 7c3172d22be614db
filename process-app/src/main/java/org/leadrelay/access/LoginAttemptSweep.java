package org.leadrelay.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.leadrelay.access.LoginAttemptTable.Series;
import org.leadrelay.platform.Sweep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled cleanup of failed login attempts, which also notifies about series of wrong passwords. Told
 * afterwards and not by the request that failed: that one would take longer for a login that somebody has.
 */
@Component
class LoginAttemptSweep implements Sweep {

    private static final Duration ADDRESS_KNOWN = Duration.ofDays(90);

    private final LoginAttemptTable attempts;
    private final LoginLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoginAttemptSweep(LoginAttemptTable attempts, LoginLog log, ApplicationEventPublisher events, Clock clock) {
        this.attempts = attempts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody logs in while the clock jumps. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    @Transactional
    public int sweep() {
        Instant now = clock.instant();
        List<Series> series = attempts.untold(ThrottleKind.PAIR.limit().free());
        series.forEach(each -> events.publishEvent(new PasswordGuessed(each.login(), each.since())));
        int logged = log.failed();
        int deleted = attempts.deleteKnownBefore(now.minus(ADDRESS_KNOWN));
        for (ThrottleKind each : ThrottleKind.values()) {
            deleted += attempts.deleteForgotten(each, now);
        }
        return series.size() + logged + deleted;
    }
}
