package org.leadrelay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** Lines for whoever runs the benchmark, also kept in {@code target/benchmark.txt}. */
final class Report {

    private static final Path FILE = Path.of("target", "benchmark.txt");

    private Report() {}

    static void text(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        try {
            Files.writeString(
                    FILE, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
