package org.leadrelay.promise.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.leadrelay.promise.proof.LedgerComparison.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health indicator of whether ledger and timers agree. A probe gets what the last comparison found; the
 * comparison itself runs on a thread of its own, once at a time.
 */
@Component("agreement")
class LedgerHealth implements HealthIndicator, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerHealth.class);
    private static final int MOST_NAMED = 20;

    private final ObjectProvider<LedgerComparison> agreement;
    private final Clock clock;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread each = new Thread(work, "ledger-agreement");
        each.setDaemon(true);
        return each;
    });
    private volatile @Nullable Found last;

    LedgerHealth(ObjectProvider<LedgerComparison> agreement, Clock clock) {
        this.agreement = agreement;
        this.clock = clock;
    }

    /** Compares behind the caller's back, unless a comparison runs already. */
    void compareSoon() {
        if (comparing.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    compare();
                } catch (RuntimeException e) {
                    LOG.warn("Ledger and timers could not be compared", e);
                } finally {
                    comparing.set(false);
                }
            });
        }
    }

    void compare() {
        Instant now = clock.instant();
        List<Difference> differences = agreement.getObject().differences(now, MOST_NAMED);
        if (!differences.isEmpty()) {
            LOG.error("Ledger and timers disagree: {}", differences);
        }
        last = new Found(now, differences);
    }

    @Override
    public Health health() {
        Found found = last;
        if (found == null) {
            return Health.unknown().withDetail("compared", "not yet").build();
        }
        Health.Builder health = found.differences().isEmpty() ? Health.up() : Health.down();
        return health.withDetail("compared", found.at().toString())
                .withDetail("differences", found.differences())
                .build();
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private record Found(Instant at, List<Difference> differences) {}
}
