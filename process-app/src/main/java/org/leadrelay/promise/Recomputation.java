package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recalculation of running promises when a version of the charter takes effect whose signers chose so: soonest
 * due first, one transaction for each lead, ledger and timers together. A promise that was moved bears the
 * version's number, so whoever goes on after a crash, or at the same time on another node, leaves it alone.
 */
@Component
class Recomputation implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);

    /**
     * For so long a promise may still come up that was opened under the version before: its
     * transaction had begun when that version was in force.
     */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final CharterVersions versions;
    private final RunningPromises running;
    private final LeadLock leads;
    private final Ledger ledger;
    private final PromiseLines lines;
    private final RunningTimers timers;
    private final PromiseClock clock;
    private final TransactionTemplate own;

    Recomputation(
            CharterVersions versions,
            RunningPromises running,
            LeadLock leads,
            Ledger ledger,
            PromiseLines lines,
            RunningTimers timers,
            PromiseClock clock,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.running = running;
        this.leads = leads;
        this.ledger = ledger;
        this.lines = lines;
        this.timers = timers;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int sweep() {
        int moved = 0;
        for (CharterTerms terms : versions.toRecompute()) {
            moved += recompute(terms);
        }
        return moved;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return versions.nextToRecompute(after);
    }

    private int recompute(CharterTerms terms) {
        Set<UUID> leads = leadsToMove(terms);
        if (leads.isEmpty()) {
            if (clock.now().isAfter(terms.inForceFrom().plus(SETTLED))) {
                versions.recomputed(terms.version(), running.movedTo(terms));
            }
            return 0;
        }
        int moved = 0;
        for (UUID lead : leads) {
            moved += move(lead, terms);
        }
        LOG.info("Version {} of the charter moved {} promises.", terms.version(), moved);
        return moved;
    }

    private Set<UUID> leadsToMove(CharterTerms terms) {
        Set<UUID> leads = new LinkedHashSet<>();
        Recounting recounting = running.recounting(terms);
        running.each(terms.version(), promise -> {
            if (recounting.of(promise).anew() != null) {
                leads.add(promise.leadId());
            }
        });
        return leads;
    }

    private int move(UUID lead, CharterTerms terms) {
        try {
            Integer moved = own.execute(status -> moveAll(lead, terms));
            return moved == null ? 0 : moved;
        } catch (RuntimeException failure) {
            LOG.warn("The promises of lead {} are counted anew later.", lead, failure);
            return 0;
        }
    }

    private int moveAll(UUID lead, CharterTerms terms) {
        leads.hold(lead);
        int moved = 0;
        Recounting recounting = running.recounting(terms);
        for (PromiseEntity promise : ledger.lockAll(lead)) {
            if (promise.charterVersion() < terms.version()) {
                Recount recount = recounting.of(promise);
                Recount.Anew anew = recount.anew();
                if (anew != null) {
                    Instant before = promise.due();
                    promise.recount(anew);
                    lines.recounted(promise, clock.now(), before);
                    moved++;
                }
            }
        }
        if (moved > 0) {
            timers.follow(lead);
        }
        return moved;
    }
}
