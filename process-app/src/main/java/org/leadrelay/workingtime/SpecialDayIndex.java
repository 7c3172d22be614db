package org.leadrelay.workingtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Index of the special days by date: a calendar with a thousand is asked for every day of a year that is counted
 * through.
 */
final class SpecialDayIndex {

    private final List<SpecialDays> all;

    /** From each day on which something begins or has ended, what holds until the next one. */
    private final NavigableMap<LocalDate, Held> from = new TreeMap<>();

    private record Held(@Nullable SpecialDays days) {}

    SpecialDayIndex(List<SpecialDays> all) {
        this.all = List.copyOf(all);
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (SpecialDays days : all) {
            changes.add(days.first());
            changes.add(days.last().plusDays(1));
        }
        ArrayList<SpecialDays> byBeginning = new ArrayList<>(all);
        byBeginning.sort(Comparator.comparing(SpecialDays::first));
        ArrayList<SpecialDays> running = new ArrayList<>();
        int begun = 0;
        for (LocalDate day : changes) {
            while (begun < byBeginning.size() && !byBeginning.get(begun).first().isAfter(day)) {
                running.add(byBeginning.get(begun++));
            }
            running.removeIf(days -> days.last().isBefore(day));
            from.put(
                    day,
                    new Held(running.stream()
                            .min(Comparator.comparingLong(SpecialDays::length))
                            .orElse(null)));
        }
    }

    /** The shortest that covers this day, or null. */
    @Nullable
    SpecialDays on(LocalDate day) {
        Map.Entry<LocalDate, Held> held = from.floorEntry(day);
        return held == null ? null : held.getValue().days();
    }

    @Override
    public String toString() {
        return "special " + all;
    }
}
