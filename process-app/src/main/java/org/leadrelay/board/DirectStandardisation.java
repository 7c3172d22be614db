package org.leadrelay.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Direct standardisation by source (against Simpson's paradox): the rate of a period at the mix of sources of the one before. Pure arithmetic. */
final class DirectStandardisation {

    /** Rows of one source. */
    record Counts(long n, long d) {

        static final Counts NONE = new Counts(0, 0);

        Counts and(Counts other) {
            return new Counts(n + other.n, d + other.d);
        }
    }

    private DirectStandardisation() {}

    /**
     * Sources with fewer rows now than a rate needs are taken together. Empty where that is not enough, where either period as a whole
     * is too small, and where there are no two parts that could have changed their shares.
     */
    static Optional<Evidence.Interval> of(Map<String, Counts> now, Map<String, Counts> before) {
        Counts then = before.values().stream().reduce(Counts.NONE, Counts::and);
        Counts all = now.values().stream().reduce(Counts.NONE, Counts::and);
        if (then.d() < BoardNumber.GUARD || all.d() < BoardNumber.GUARD) {
            return Optional.empty();
        }
        List<Evidence.Part> parts = new ArrayList<>();
        Counts fewNow = Counts.NONE;
        Counts fewThen = Counts.NONE;
        Set<String> sources = new TreeSet<>(now.keySet());
        sources.addAll(before.keySet());
        for (String source : sources) {
            Counts here = now.getOrDefault(source, Counts.NONE);
            Counts earlier = before.getOrDefault(source, Counts.NONE);
            if (here.d() < BoardNumber.GUARD) {
                fewNow = fewNow.and(here);
                fewThen = fewThen.and(earlier);
            } else {
                parts.add(new Evidence.Part(here.n(), here.d(), (double) earlier.d() / then.d()));
            }
        }
        if (fewThen.d() > 0) {
            if (fewNow.d() < BoardNumber.GUARD) {
                return Optional.empty();
            }
            parts.add(new Evidence.Part(fewNow.n(), fewNow.d(), (double) fewThen.d() / then.d()));
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(Evidence.standardised(parts));
    }
}
