package org.leadrelay.ui.benchmark;

import java.util.Arrays;
import java.util.List;

/** Percentiles of a sample of durations, in milliseconds, by nearest rank. */
record Percentiles(double median, double p95, double most) {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.95;

    static Percentiles of(List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Percentiles(at(sorted, HALF), at(sorted, NEARLY_ALL), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return Arrays.stream(sorted)
                .skip((long) Math.ceil(share * sorted.length) - 1)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "median %.0f ms, p95 %.0f ms, most %.0f ms".formatted(median, p95, most);
    }
}
