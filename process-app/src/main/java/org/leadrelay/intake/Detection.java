package org.leadrelay.intake;

import java.util.List;

/**
 * Result of a detection: decided, or open between candidates of which somebody chooses.
 *
 * @param best the only one when it is sure, otherwise the likeliest
 * @param sure whether nobody need be asked
 * @param candidates the likeliest first
 */
record Detection<T>(T best, boolean sure, List<T> candidates) {

    Detection {
        candidates = List.copyOf(candidates);
    }

    static <T> Detection<T> decided(T only) {
        return new Detection<>(only, true, List.of(only));
    }

    /** Open between these, the likeliest first. */
    static <T> Detection<T> open(List<T> candidates) {
        return new Detection<>(candidates.get(0), false, candidates);
    }
}
