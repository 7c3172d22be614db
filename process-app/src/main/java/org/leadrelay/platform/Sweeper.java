package org.leadrelay.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduler of every {@link Sweep}; tests run them by hand. */
@Component
@ConditionalOnProperty(name = "leadrelay.sweeps.enabled", matchIfMissing = true)
class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final ObjectProvider<Sweep> sweeps;

    Sweeper(ObjectProvider<Sweep> sweeps) {
        this.sweeps = sweeps;
    }

    @Scheduled(
            initialDelayString = "${leadrelay.sweeps.every:PT5S}",
            fixedDelayString = "${leadrelay.sweeps.every:PT5S}")
    void sweep() {
        for (Sweep each : sweeps) {
            try {
                each.sweep();
            } catch (RuntimeException failure) {
                LOG.warn("{} failed; it is tried again.", each.getClass().getSimpleName(), failure);
            }
        }
    }
}
