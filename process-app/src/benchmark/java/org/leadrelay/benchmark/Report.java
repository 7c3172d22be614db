package org.leadrelay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results for whoever runs the benchmark: lines as they come in {@code target/benchmark.txt}, and the figures of each benchmark in
 * {@code target/benchmark.json} and {@code target/benchmark.md}, with the machine and how busy it was.
 */
final class Report {

    private static final Path LINES = Path.of("target", "benchmark.txt");
    private static final Path JSON = Path.of("target", "benchmark.json");
    private static final Path MARKDOWN = Path.of("target", "benchmark.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Report() {}

    static void text(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        write(LINES, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * One row of a benchmark's table.
     *
     * @param figures texts and numbers by the titles of their columns
     */
    static synchronized void row(String benchmark, Map<String, ?> figures) {
        ArrayNode rows = rows();
        ObjectNode row = rows.addObject();
        row.put("benchmark", benchmark);
        row.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("processors", Runtime.getRuntime().availableProcessors());
        row.put("load", rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        figures.forEach((title, value) ->
                row.set(title, MAPPER.valueToTree(value instanceof Double number ? rounded(number) : value)));
        write(JSON, rows.toPrettyString());
        write(MARKDOWN, markdown(rows));
    }

    private static ArrayNode rows() {
        try {
            return Files.exists(JSON) ? (ArrayNode) MAPPER.readTree(JSON.toFile()) : MAPPER.createArrayNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table for each benchmark, with the columns of its newest row. */
    private static String markdown(ArrayNode rows) {
        Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
        rows.forEach(row -> tables.computeIfAbsent(row.get("benchmark").asText(), each -> new ArrayList<>())
                .add(row));
        StringBuilder text = new StringBuilder();
        tables.forEach((benchmark, table) -> {
            List<String> titles = new ArrayList<>();
            table.get(table.size() - 1).fieldNames().forEachRemaining(titles::add);
            titles.remove("benchmark");
            text.append("## ").append(benchmark).append("\n\n");
            line(text, titles);
            line(text, titles.stream().map(title -> "---").toList());
            table.forEach(row -> line(
                    text, titles.stream().map(title -> row.path(title).asText()).toList()));
            text.append('\n');
        });
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Three figures are as many as a measurement is worth. */
    private static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        double unit = Math.pow(10, Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value)))));
        return Math.round(value * unit) / unit;
    }

    private static void write(Path file, String text, StandardOpenOption... options) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Below which nineteen of twenty lie. */
    static double p95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
