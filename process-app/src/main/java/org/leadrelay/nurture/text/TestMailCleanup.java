package org.leadrelay.nurture.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.leadrelay.platform.MinimumInterval;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Retention of test mails: a week, so that one whose mail server was down still leaves. */
@Component
class TestMailCleanup implements Sweep {

    private static final Duration KEEP = Duration.ofDays(7);

    private final TestMailTable table;
    private final Clock clock;
    private final MinimumInterval interval = new MinimumInterval(Duration.ofHours(1));

    TestMailCleanup(TestMailTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public int sweep() {
        Instant now = clock.instant();
        if (!interval.begin(now)) {
            return 0;
        }
        return table.removeBefore(now.minus(KEEP));
    }
}
