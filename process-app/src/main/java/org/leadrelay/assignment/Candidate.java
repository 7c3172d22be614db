package org.leadrelay.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rep who may or may not be able to take one lead, at the moment the pool is locked.
 *
 * @param declined whether the rep rejected or missed this lead in this lap
 * @param choices how often the rep was chosen; settles a tie
 */
record Candidate(
        String login,
        int capacity,
        long open,
        boolean absent,
        boolean declined,
        @Nullable Instant lastLeadAt,
        long choices) {

    /** Least loaded in proportion to capacity, then longest since the last lead. */
    private static final Comparator<Candidate> FAIR =
            Comparator.comparingDouble(Candidate::load)
                    .thenComparing(
                            Candidate::lastLeadAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparingLong(Candidate::choices)
                    .thenComparing(Candidate::login);

    private double load() {
        return capacity == 0 ? Double.MAX_VALUE : (double) open / capacity;
    }

    boolean hasPlace() {
        return !absent && open < capacity;
    }

    static Optional<Candidate> fairest(List<Candidate> all) {
        return all.stream().filter(c -> c.hasPlace() && !c.declined()).min(FAIR);
    }

    /** Why nobody is able, as the sales manager reads it. Who can carry nothing is no rep here. */
    static String whyNone(List<Candidate> all) {
        List<Candidate> reps = all.stream().filter(c -> c.capacity() > 0).toList();
        if (reps.isEmpty()) {
            return "noReps";
        }
        if (reps.stream().allMatch(Candidate::absent)) {
            return "allAbsent";
        }
        return reps.stream().allMatch(c -> c.absent() || c.declined()) ? "allDeclined" : "allFull";
    }
}
