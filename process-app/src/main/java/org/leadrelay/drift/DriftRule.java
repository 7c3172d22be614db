package org.leadrelay.drift;

import java.time.Duration;

/**
 * Statistical test of drift: a share of the newest decisions against that of the four weeks before. It is found when the one is
 * surely higher, and gone when the two are about equal; what lies between changes nothing, so that nobody is told twice of one thing.
 */
final class DriftRule {

    /** What is usual is that of so long. */
    static final Duration USUAL = Duration.ofDays(28);

    /** The newest decisions are never older. */
    static final Duration NEW = Duration.ofDays(7);

    /** How many of the newest decisions of a source are looked at: a source that is heard often is told of sooner. */
    static final int NEWEST = 40;

    private static final int LEAST_NEW = 20;
    private static final int LEAST_USUAL = 50;

    /** Higher by less than that is never drift, however many decisions show it. */
    private static final double MARGIN = 0.10;

    /** One chance in two thousand: there are many tables, sources and facts, and each is asked again and again. */
    private static final double SURELY = 3.29;

    private static final double ABOUT_EQUAL = 0.05;

    private DriftRule() {}

    /** Whether drift is found. */
    static boolean found(Share usual, Share newest) {
        return usual.n() >= LEAST_USUAL && newest.n() >= LEAST_NEW && newest.surelyAbove(usual, SURELY) > MARGIN;
    }

    /** Whether drift that was found is gone. */
    static boolean gone(Share usual, Share newest) {
        return newest.n() >= LEAST_NEW && newest.value() - usual.value() <= ABOUT_EQUAL;
    }
}
