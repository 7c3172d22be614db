package org.leadrelay.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of the boards: binomial intervals (Wilson, Newcombe, beta-binomial), survival with censoring (Kaplan-Meier with
 * Greenwood, Aalen-Johansen for competing ends), sample size, and the false discovery rate (Benjamini-Hochberg). Pure arithmetic.
 */
public final class Evidence {

    /** Quantile of the normal distribution for two-sided 95%. */
    public static final double Z95 = 1.959963984540054;

    /** For one-sided 90%, and two-sided 80%. */
    public static final double Z90_ONE_SIDED = 1.2815515655446004;

    /** For a power of 80%. */
    private static final double Z80_POWER = 0.8416212335729143;

    private Evidence() {}

    /** An interval, with the value that it is about. */
    public record Interval(double value, double low, double high) {

        /** Whether the two say that the values differ. */
        public boolean isApartFrom(Interval other) {
            return high < other.low || other.high < low;
        }
    }

    /** Wilson's 95% interval of a share. */
    public static Interval wilson(long successes, long trials) {
        return wilson(successes, trials, Z95);
    }

    /**
     * Wilson's interval of a share.
     *
     * @throws IllegalArgumentException when there is nothing to count, or more successes than trials
     */
    public static Interval wilson(long successes, long trials, double z) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is no share");
        }
        return wilson((double) successes / trials, (double) trials, z);
    }

    private static Interval wilson(double share, double trials, double z) {
        double z2 = z * z / trials;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Interval(
                share, share == 0 ? 0 : Math.max(0, middle - half), share == 1 ? 1 : Math.min(1, middle + half));
    }

    /**
     * Part of what a rate is made of, such as one source.
     *
     * @param weight by which it counts; the weights of all parts sum to 1
     */
    public record Part(long successes, long trials, double weight) {}

    /**
     * Directly standardised rate: that of each part, by its weight. Wilson's 95% interval for as many trials as the weights are worth: a
     * small part that weighs much makes it wide.
     *
     * @throws IllegalArgumentException when a part that has a weight has no trials, or none has a weight
     */
    public static Interval standardised(List<Part> parts) {
        double share = 0;
        double spread = 0;
        for (Part part : parts) {
            if (part.weight() > 0) {
                share += part.weight() * wilson(part.successes(), part.trials()).value();
                spread += part.weight() * part.weight() / part.trials();
            }
        }
        if (spread == 0) {
            throw new IllegalArgumentException("no part has a weight");
        }
        return wilson(Math.min(1, share), 1 / spread, Z95);
    }

    /** The lower limit of a share, one-sided 90%. */
    public static double wilsonLower(long successes, long trials) {
        return wilson(successes, trials, Z90_ONE_SIDED).low();
    }

    /** The difference of two shares, first minus second, with Newcombe's 95% interval. */
    public static Interval difference(long successes1, long trials1, long successes2, long trials2) {
        Interval first = wilson(successes1, trials1);
        Interval second = wilson(successes2, trials2);
        double difference = first.value() - second.value();
        return new Interval(
                difference,
                difference - Math.hypot(first.value() - first.low(), second.high() - second.value()),
                difference + Math.hypot(first.high() - first.value(), second.value() - second.low()));
    }

    /**
     * A share of which something was expected before (beta-binomial), with its 80% interval.
     *
     * @param priorMean the share that was expected
     * @param priorWeight how many observations the expectation is worth
     */
    public static Interval expected(long successes, long trials, double priorMean, double priorWeight) {
        double a = priorMean * priorWeight + successes;
        double b = (1 - priorMean) * priorWeight + trials - successes;
        return new Interval(a / (a + b), BetaDistribution.quantile(0.1, a, b), BetaDistribution.quantile(0.9, a, b));
    }

    /** How many leads each group needs to tell two shares apart: 95% two-sided, power 80%. */
    public static long groupSize(double share1, double share2) {
        double mean = (share1 + share2) / 2;
        double root = Z95 * Math.sqrt(2 * mean * (1 - mean))
                + Z80_POWER * Math.sqrt(share1 * (1 - share1) + share2 * (1 - share2));
        double difference = share1 - share2;
        return (long) Math.ceil(root * root / (difference * difference));
    }

    /** How many of these tests stand, with a share of false ones below this (Benjamini-Hochberg). */
    public static int rejected(List<Double> probabilities, double rate) {
        double[] sorted =
                probabilities.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        for (int i = sorted.length; i > 0; i--) {
            if (sorted[i - 1] <= rate * i / sorted.length) {
                return i;
            }
        }
        return 0;
    }

    /**
     * What was observed until some time.
     *
     * @param end 0 when it was still running then, else the number of the way in which it ended, from 1
     * @param times how many there were
     */
    public record Observed(double time, int end, long times) {

        public static Observed ended(double time) {
            return new Observed(time, 1, 1);
        }

        public static Observed running(double time) {
            return new Observed(time, 0, 1);
        }
    }

    /**
     * Step of a curve.
     *
     * @param share of all that had ended by this time, in the way asked for
     * @param error standard error (Greenwood); not a number where it is not known
     */
    public record Step(double time, double share, double error) {}

    /** The share that has ended by each time at which something ended, of whatever was seen to run (Kaplan-Meier). */
    public static List<Step> kaplanMeier(List<Observed> observed) {
        long[] atRisk = {total(observed)};
        double[] survival = {1};
        double[] variance = {0};
        List<Step> steps = new ArrayList<>();
        byTime(observed).forEach((time, counts) -> {
            long ended = Arrays.stream(counts).skip(1).sum();
            if (ended > 0) {
                survival[0] *= 1 - (double) ended / atRisk[0];
                variance[0] += (double) ended / ((double) atRisk[0] * (atRisk[0] - ended));
                steps.add(new Step(time, 1 - survival[0], survival[0] == 0 ? 0 : survival[0] * Math.sqrt(variance[0])));
            }
            atRisk[0] -= Arrays.stream(counts).sum();
        });
        return steps;
    }

    /** The share that has ended in one of several ways by each time at which that happened (Aalen-Johansen). */
    public static List<Step> aalenJohansen(List<Observed> observed, int way) {
        long[] atRisk = {total(observed)};
        double[] survival = {1};
        double[] share = {0};
        List<Step> steps = new ArrayList<>();
        byTime(observed).forEach((time, counts) -> {
            long ended = Arrays.stream(counts).skip(1).sum();
            long these = way < counts.length ? counts[way] : 0;
            if (these > 0) {
                share[0] += survival[0] * these / atRisk[0];
                steps.add(new Step(time, share[0], Double.NaN));
            }
            survival[0] *= 1 - (double) ended / atRisk[0];
            atRisk[0] -= Arrays.stream(counts).sum();
        });
        return steps;
    }

    /** The first time by which this share has ended; not a number when it is never reached. */
    public static double quantile(List<Step> curve, double share) {
        return curve.stream()
                .filter(step -> step.share() >= share - 1e-12)
                .mapToDouble(Step::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long total(List<Observed> observed) {
        return observed.stream().mapToLong(Observed::times).sum();
    }

    /** How many ended in each way at each time; at one time, what ends comes before what is seen no longer. */
    private static Map<Double, long[]> byTime(List<Observed> observed) {
        int ways = observed.stream().mapToInt(Observed::end).max().orElse(0);
        TreeMap<Double, long[]> byTime = new TreeMap<>();
        observed.forEach(
                each -> byTime.computeIfAbsent(each.time(), time -> new long[ways + 1])[each.end()] += each.times());
        return byTime;
    }
}
