package org.leadrelay.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.ProductException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hand-off of a sales-ready lead to a rep who can keep the promise. A chosen rep's place is taken at once, in a
 * transaction of its own ({@link PlaceReservation}), and stays taken until the lead is declined, missed, recycled or ended. Choices lock the pool, so a
 * capacity is never exceeded; whoever only frees a place need not, for it counts as taken until their commit. Whoever
 * frees a place and whoever begins to wait look after their commit, so one of them finds the other, and a waiting lead
 * never misses the place that was freed for it.
 *
 * <p>The lead's owner is not set here: whoever sends the journey on does that with the answer.
 */
@Service
@Transactional(noRollbackFor = ProductException.class)
public class HandOffs {

    private final Pool pool;
    private final PlaceReservation reservation;
    private final DeclineTable declines;
    private final WaitingRoom waiting;
    private final Reps reps;
    private final Charter charter;
    private final JourneyLog log;
    private final ApplicationEventPublisher events;

    HandOffs(
            Pool pool,
            PlaceReservation reservation,
            DeclineTable declines,
            WaitingRoom waiting,
            Reps reps,
            Charter charter,
            JourneyLog log,
            ApplicationEventPublisher events) {
        this.pool = pool;
        this.reservation = reservation;
        this.declines = declines;
        this.waiting = waiting;
        this.reps = reps;
        this.charter = charter;
        this.log = log;
        this.events = events;
    }

    /**
     * Chooses a rep and takes the place: with the skills it needs, present until the answer is due,
     * below both capacities, and nobody who rejected or missed the lead in this lap; the least
     * loaded in proportion to capacity, then the one whose last lead is longest ago. A place that
     * was kept for a waiting lead is used first.
     *
     * @return empty when nobody is able; the lead then waits, with the reason on record
     */
    public Optional<String> choose(HandOff lead) {
        UUID leadId = lead.leadId();
        PlaceReservation.Reserved reserved = reservation.reserve(lead);
        if (reserved.kept().isPresent()) {
            pool.touched();
            waiting.leave(leadId);
            tell(leadId, Map.of("lap", lead.lap(), "rep", reserved.kept().get(), "reason", "placeFreed"));
        } else if (reserved.best().isPresent()) {
            tell(leadId, ChoiceReasons.chosen(lead, reserved.best().get(), reserved.all()));
        } else {
            String reason = Candidate.whyNone(reserved.all(), lead);
            pool.touched();
            waiting.enter(lead, reason);
            events.publishEvent(new LeadBeganToWait(lead));
            log.add(Entry.of(leadId, Kind.WAITING, ChoiceReasons.waits(lead, reason, reserved.all())));
        }
        return reserved.rep();
    }

    /**
     * Gives a lead to the rep whom the sales manager named, above capacity too: that is the
     * manager's word.
     *
     * @throws org.leadrelay.platform.Invalid when nobody of that login is an active sales rep
     */
    public void assign(UUID leadId, long lap, String rep) {
        reps.mustBeRep("rep", rep);
        pool.lock();
        boolean freed = pool.placeOf(leadId).filter(p -> !p.login().equals(rep)).isPresent();
        pool.take(leadId, lap, rep);
        tell(leadId, Map.of("lap", lap, "rep", rep, "reason", "named"));
        if (freed) {
            events.publishEvent(new PlaceFreed());
        }
    }

    /** The rep goes on with a lead that had left them: the place is theirs again, above capacity too. */
    public void resumed(UUID leadId, long lap, String rep) {
        pool.lock();
        pool.take(leadId, lap, rep);
        tell(leadId, Map.of("lap", lap, "rep", rep, "reason", "winTakenBack"));
    }

    /** Moves a lead's place with its task to another rep; nothing when the lead has no place. */
    public void moved(UUID leadId, String rep) {
        pool.lock();
        Optional<Pool.Place> place = pool.placeOf(leadId).filter(p -> !p.login().equals(rep));
        if (place.isEmpty()) {
            return;
        }
        pool.take(leadId, place.get().lap(), rep);
        pool.notGiven(leadId, place.get().lap(), place.get().login());
        tell(leadId, Map.of("lap", place.get().lap(), "rep", rep, "reason", "moved"));
        events.publishEvent(new PlaceFreed());
    }

    /**
     * Takes a lead back from a rep who did not answer in time.
     *
     * @return whether the charter allows another try in this lap
     */
    public boolean takeBack(UUID leadId, long lap, String rep) {
        return decline(leadId, lap, rep, "missed") < charter.current().tries();
    }

    /** The rep rejected the lead: somebody else may have the place. */
    public void declined(UUID leadId, long lap, String rep) {
        decline(leadId, lap, rep, "rejected");
    }

    /** As where a lead is {@link #released}, the pool is not locked. */
    private long decline(UUID leadId, long lap, String rep, String kind) {
        pool.touched();
        DeclineTable.Declined declined = declines.add(leadId, lap, rep, kind);
        if (declined.freed()) {
            events.publishEvent(new PlaceFreed());
        }
        return declined.times();
    }

    /**
     * The journey ended or the lead was recycled: its place, its wait and its declines are gone
     * once this transaction commits. The pool is not locked: whoever chooses meanwhile takes the place for taken, and a
     * lead that begins to wait because of it looks once more ({@link LeadBeganToWait}).
     */
    public void released(UUID leadId) {
        TransactionSynchronizationManager.registerSynchronization(new BeforeCommit(() -> release(leadId)));
    }

    private void release(UUID leadId) {
        if (pool.leave(leadId)) {
            events.publishEvent(new PlaceFreed());
        }
    }

    /**
     * The active reps by name whom the current person may name for a lead: a sales manager those
     * they manage, whoever else is asked everyone.
     */
    @Transactional(readOnly = true)
    public List<RepChoice> reps() {
        return reps.named();
    }

    /**
     * Leads for which nobody is able, in the order in which they will be served, each with what is
     * in its way now: since it began to wait, people may have come and gone.
     */
    @Transactional(readOnly = true)
    public Page<WaitingLead> waiting(int offset, int limit) {
        List<WaitingLead> leads = waiting.page(offset, limit);
        if (leads.isEmpty()) {
            return new Page<>(leads, waiting.count());
        }
        List<Candidate> all = pool.candidates(HandOff.ANY);
        Map<UUID, Set<String>> declined = declines.ofWaiting();
        return new Page<>(
                leads.stream()
                        .map(lead -> now(lead, all, declined.getOrDefault(lead.leadId(), Set.of())))
                        .toList(),
                waiting.count());
    }

    /**
     * Of the leads that wait, those for which this rep has the skills and which they have not
     * declined: they may be theirs as soon as there is a place.
     */
    @Transactional(readOnly = true)
    public List<WaitingLead> waitingFor(String login) {
        List<WaitingLead> leads = waiting.page(0, Integer.MAX_VALUE);
        if (leads.isEmpty()) {
            return leads;
        }
        Map<UUID, Set<String>> declined = declines.ofWaiting();
        List<String> skills = reps.one(login).skills();
        return leads.stream()
                .filter(lead -> skills.containsAll(lead.skills()))
                .filter(lead -> !declined.getOrDefault(lead.leadId(), Set.of()).contains(login))
                .toList();
    }

    private static WaitingLead now(WaitingLead lead, List<Candidate> all, Set<String> declined) {
        HandOff wanted = new HandOff(lead.leadId(), lead.lap(), lead.priority(), lead.skills(), false);
        List<Candidate> reps = all.stream()
                .map(rep -> declined.contains(rep.login()) ? rep.havingDeclined() : rep)
                .toList();
        return lead.because(
                reps.stream().anyMatch(rep -> rep.able(wanted)) ? WaitingLead.ABLE : Candidate.whyNone(reps, wanted));
    }

    private void tell(UUID leadId, Map<String, Object> details) {
        log.add(Entry.of(leadId, Kind.CHOICE, details));
    }

    /** Runs before the journey log's lines are written, whose lock is the last of all. */
    private record BeforeCommit(Runnable work) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 2;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            work.run();
        }
    }
}
