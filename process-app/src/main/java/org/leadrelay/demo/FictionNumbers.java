package org.leadrelay.demo;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Phone numbers that belong to nobody: from the ranges that the regulators keep for films and books (Germany's
 * Bundesnetzagentur, Britain's Ofcom, France's ARCEP, Australia's ACMA, Sweden's PTS, 555-01 of North America).
 * Where a country keeps none, there is no number.
 */
final class FictionNumbers {

    /** By city, what a number begins with and how many figures follow. */
    private static final Map<String, Range> BY_CITY = Map.ofEntries(
            Map.entry("Berlin", new Range("+49 30 23125 ", 3)),
            Map.entry("Frankfurt", new Range("+49 69 90009 ", 3)),
            Map.entry("Hamburg", new Range("+49 40 66969 ", 3)),
            Map.entry("Köln", new Range("+49 221 4710 ", 3)),
            Map.entry("München", new Range("+49 89 99998 ", 3)),
            Map.entry("London", new Range("+44 20 7946 0", 3)),
            Map.entry("Leeds", new Range("+44 113 496 0", 3)),
            Map.entry("Manchester", new Range("+44 161 496 0", 3)),
            Map.entry("Paris", new Range("+33 1 99 00 ", 4)),
            Map.entry("Lyon", new Range("+33 4 65 71 ", 4)),
            Map.entry("Marseille", new Range("+33 4 65 71 ", 4)),
            Map.entry("Boston", new Range("+1 617 555 01", 2)),
            Map.entry("Chicago", new Range("+1 312 555 01", 2)),
            Map.entry("Denver", new Range("+1 303 555 01", 2)),
            Map.entry("Sydney", new Range("+61 2 5550 ", 4)),
            Map.entry("Melbourne", new Range("+61 3 5550 ", 4)),
            Map.entry("Stockholm", new Range("+46 8 465 004 ", 2)));

    private FictionNumbers() {}

    private record Range(String begins, int figures) {}

    /** One of a city; empty where its country keeps no range. */
    static Optional<String> of(String city, Random chance) {
        Range range = BY_CITY.get(city);
        if (range == null) {
            return Optional.empty();
        }
        int most = (int) Math.pow(10, range.figures());
        String figures = String.valueOf(most + chance.nextInt(most)).substring(1);
        return Optional.of(range.begins() + figures);
    }
}
