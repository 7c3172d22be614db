package org.leadrelay.assignment;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dispatcher of waiting leads, run after each commit that freed a place and in a periodic sweep. Each lead has a
 * transaction of its own, in which its place is taken before its journey goes on.
 */
@Component
class Dispatcher implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Pool pool;
    private final WaitingRoom waiting;
    private final LeadLock leads;
    private final ClockOpenings openings;
    private final ObjectProvider<WaitingLeads> journeys;
    private final TransactionTemplate own;
    private final Executor background;
    private final boolean awake;
    private final AtomicBoolean asked = new AtomicBoolean();

    Dispatcher(
            Pool pool,
            WaitingRoom waiting,
            LeadLock leads,
            ClockOpenings openings,
            ObjectProvider<WaitingLeads> journeys,
            PlatformTransactionManager transactions,
            @Qualifier("handOffExecutor") Executor background,
            @Value("${leadrelay.sweeps.enabled:true}") boolean awake) {
        this.pool = pool;
        this.waiting = waiting;
        this.leads = leads;
        this.openings = openings;
        this.journeys = journeys;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.background = background;
        this.awake = awake;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void placeFreed(PlaceFreed event) {
        if (awake && asked.compareAndSet(false, true)) {
            background.execute(() -> {
                asked.set(false);
                sweep();
            });
        }
    }

    /** Looks for this lead alone: to go through all that wait with each one that comes would be too much. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void leadWaits(LeadBeganToWait event) {
        if (awake) {
            background.execute(() -> lookAgain(event.lead()));
        }
    }

    /** Serves those who wait if somebody is able to take this lead after all. */
    void lookAgain(HandOff lead) {
        if (Boolean.TRUE.equals(own.execute(
                status -> Candidate.fairest(pool.candidates(lead), lead).isPresent()))) {
            sweep();
        }
    }

    /** When a lead that waits may go on though nobody does anything. */
    @Override
    public Optional<Instant> nextDue(Instant after) {
        return waiting.isEmpty() ? Optional.empty() : openings.next(after);
    }

    /** Serves waiting leads until no rep is able or nobody waits; says how many went on. */
    @Override
    public int sweep() {
        Set<UUID> failed = new HashSet<>();
        int served = 0;
        while (true) {
            Step step = next(failed);
            if (step == null) {
                return served;
            }
            served += step.sent() ? 1 : 0;
        }
    }

    /** What became of one waiting lead. */
    private record Step(boolean sent) {}

    private @Nullable Step next(Set<UUID> failed) {
        UUID[] tried = new UUID[1];
        try {
            return own.execute(status -> serve(failed, tried));
        } catch (RuntimeException failure) {
            if (tried[0] == null) {
                LOG.warn("Waiting leads could not be served; the next sweep tries again.", failure);
                return null;
            }
            LOG.warn("Lead {} could not go on to a rep; the next sweep tries again.", tried[0], failure);
            failed.add(tried[0]);
            return new Step(false);
        }
    }

    private @Nullable Step serve(Set<UUID> failed, UUID[] tried) {
        if (waiting.isEmpty()) {
            return null;
        }
        Optional<UUID> likely = waiting.next(pool.candidates(HandOff.ANY), failed);
        if (likely.isEmpty()) {
            return null;
        }
        tried[0] = likely.get();
        leads.hold(likely.get());
        pool.lock();
        Optional<HandOff> waiter = waiting.first(pool.candidates(HandOff.ANY), failed);
        if (waiter.isEmpty()) {
            return null;
        }
        boolean still = waiter.get().leadId().equals(likely.get());
        return new Step(still && send(waiter.get()));
    }

    private boolean send(HandOff lead) {
        Candidate best = Candidate.fairest(pool.candidates(lead), lead).orElseThrow();
        pool.take(lead.leadId(), lead.lap(), best.login());
        if (journeys.getObject().capacityFreed(lead.leadId())) {
            return true;
        }
        pool.free(lead.leadId());
        pool.notGiven(lead.leadId(), lead.lap(), best.login());
        return false;
    }
}
