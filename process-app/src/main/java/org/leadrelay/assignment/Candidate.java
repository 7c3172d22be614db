package org.leadrelay.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Eligibility of one rep for one lead, at the moment the pool is locked.
 *
 * @param capacity open leads at most
 * @param perPeriod leads given in one period at most, null for no limit
 * @param inPeriod leads given in the period that runs
 * @param leaving the priorities of which an answer would be due while the rep is away, with no
 *     working time left before
 * @param declined whether the rep rejected or missed this lead in this lap
 * @param choices how often the rep was chosen; settles a tie
 */
record Candidate(
        String login,
        int capacity,
        long open,
        Period period,
        @Nullable Integer perPeriod,
        long inPeriod,
        Set<String> skills,
        boolean absent,
        Set<String> leaving,
        boolean declined,
        @Nullable Instant lastLeadAt,
        long choices) {

    /** Least loaded in proportion to capacity, then longest since the last lead. */
    private static final Comparator<Candidate> FAIR = Comparator.comparingDouble(Candidate::load)
            .thenComparing(Candidate::lastLeadAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Candidate::choices)
            .thenComparing(Candidate::login);

    private double load() {
        return capacity == 0 ? Double.MAX_VALUE : (double) open / capacity;
    }

    /** What speaks against giving the lead to this rep; empty when the rep is able. */
    Optional<Obstacle> against(HandOff lead) {
        if (capacity == 0) {
            return Optional.of(Obstacle.NO_CAPACITY);
        }
        if (!skills.containsAll(lead.skills())) {
            return Optional.of(Obstacle.NO_SKILL);
        }
        if (absent) {
            return Optional.of(Obstacle.ABSENT);
        }
        if (declined) {
            return Optional.of(Obstacle.DECLINED);
        }
        if (leaving.contains(lead.priority())) {
            return Optional.of(Obstacle.LEAVING);
        }
        if (perPeriod != null && inPeriod >= perPeriod) {
            return Optional.of(Obstacle.PERIOD_FULL);
        }
        return open >= capacity ? Optional.of(Obstacle.FULL) : Optional.empty();
    }

    boolean able(HandOff lead) {
        return against(lead).isEmpty();
    }

    /** Places for further leads now: none while absent, no more than the period leaves. */
    long free() {
        long places = Math.max(0, capacity - open);
        long left = perPeriod == null ? places : Math.max(0, perPeriod - inPeriod);
        return absent ? 0 : Math.min(places, left);
    }

    /** The same rep as a lead finds them whom they declined. */
    Candidate havingDeclined() {
        return but(true, 0, lastLeadAt);
    }

    /**
     * The same rep with so many more leads.
     *
     * @param last when the last of them was given
     */
    Candidate carrying(int more, @Nullable Instant last) {
        return but(declined, more, last);
    }

    private Candidate but(boolean nowDeclined, int more, @Nullable Instant last) {
        return new Candidate(
                login,
                capacity,
                open + more,
                period,
                perPeriod,
                inPeriod + more,
                skills,
                absent,
                leaving,
                nowDeclined,
                last,
                choices + more);
    }

    static Optional<Candidate> fairest(List<Candidate> all, HandOff lead) {
        return all.stream().filter(each -> each.able(lead)).min(FAIR);
    }

    /** Why nobody is able, as the sales manager reads it. Who can carry nothing is no rep here. */
    static String whyNone(List<Candidate> all, HandOff lead) {
        Set<Obstacle> met = EnumSet.noneOf(Obstacle.class);
        all.forEach(each -> each.against(lead).ifPresent(met::add));
        met.remove(Obstacle.NO_CAPACITY);
        if (met.isEmpty()) {
            return "noReps";
        }
        met.remove(Obstacle.NO_SKILL);
        if (met.isEmpty()) {
            return "noSkill";
        }
        if (met.contains(Obstacle.FULL)) {
            return "allFull";
        }
        if (met.contains(Obstacle.PERIOD_FULL)) {
            return "periodFull";
        }
        if (met.contains(Obstacle.DECLINED)) {
            return "allDeclined";
        }
        return met.contains(Obstacle.LEAVING) ? "allLeaving" : "allAbsent";
    }
}
