package org.leadrelay.promise.proof;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled comparison of ledger and timers; tests run it by hand. */
@Component
@ConditionalOnProperty(name = "leadrelay.sweeps.enabled", matchIfMissing = true)
class LedgerComparisonJob {

    private final LedgerHealth health;

    LedgerComparisonJob(LedgerHealth health) {
        this.health = health;
    }

    @Scheduled(
            initialDelayString = "${leadrelay.ledger.compare-after:PT1M}",
            fixedDelayString = "${leadrelay.ledger.compare-every:PT10M}")
    void compare() {
        health.compareSoon();
    }
}
