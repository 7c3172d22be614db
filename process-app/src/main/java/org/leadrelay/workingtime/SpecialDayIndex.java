package org.leadrelay.workingtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the special days that hold on a day without looking at all of them: a calendar with a
 * thousand is asked for every day of a year that is counted through.
 */
final class SpecialDayIndex {

    private final List<SpecialDays> all;

    /** From each day on which something begins or has ended, what holds until the next one. */
    private final NavigableMap<LocalDate, Held> from = new TreeMap<>();

    private record Held(@Nullable SpecialDays days) {}

    SpecialDayIndex(List<SpecialDays> all) {
        this.all = List.copyOf(all);
        var changes = new TreeSet<LocalDate>();
        for (var days : all) {
            changes.add(days.first());
            changes.add(days.last().plusDays(1));
        }
        var byBeginning = new ArrayList<>(all);
        byBeginning.sort(Comparator.comparing(SpecialDays::first));
        var running = new ArrayList<SpecialDays>();
        int begun = 0;
        for (var day : changes) {
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
        var held = from.floorEntry(day);
        return held == null ? null : held.getValue().days();
    }

    @Override
    public String toString() {
        return "special " + all;
    }
}
