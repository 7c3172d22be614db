package org.leadrelay.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.Opening;

/** Validation of opening hours, range by range. */
final class RangeCheck {

    private static final int MOST_RANGES = 24;

    /** ISO 8601 knows it as the end of a day; Java does not. */
    private static final String END_OF_DAY = "24:00";

    private final Complaint complaint;

    RangeCheck(Complaint complaint) {
        this.complaint = complaint;
    }

    /** Takes what is wrong: the field, the key of the words, and what stands in them. */
    interface Complaint {
        void text(String field, String key, @Nullable Object... arguments);
    }

    private record Placed(String field, Opening opening) {}

    /** Earliest first; without those that are wrong. */
    List<Opening> of(String field, @Nullable List<CalendarForm.Range> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_RANGES) {
            complaint.text(field, "manyRanges", given.size(), MOST_RANGES);
            return List.of();
        }
        ArrayList<Placed> placed = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Opening opening = opening(field + "[" + i + "]", given.get(i));
            if (opening != null) {
                placed.add(new Placed(field + "[" + i + "]", opening));
            }
        }
        placed.sort(Comparator.comparing(each -> each.opening().opens()));
        for (int i = 1; i < placed.size(); i++) {
            Opening before = placed.get(i - 1).opening();
            Placed each = placed.get(i);
            if (before.meets(each.opening())) {
                complaint.text(each.field(), "overlap", words(before), words(each.opening()));
                return List.of();
            }
        }
        return placed.stream().map(Placed::opening).toList();
    }

    /** A night must have ended when the next day opens. */
    void nights(Map<DayOfWeek, List<Opening>> week) {
        week.forEach((day, openings) -> {
            Opening night = openings.get(openings.size() - 1);
            List<Opening> next = week.getOrDefault(day.plus(1), List.of());
            if (!next.isEmpty() && night.runsInto(next.get(0))) {
                complaint.text(
                        "week." + day.plus(1).name().toLowerCase(Locale.ROOT),
                        "nightOverlaps",
                        words(night),
                        words(next.get(0)));
            }
        });
    }

    private @Nullable Opening opening(String field, CalendarForm.@Nullable Range range) {
        LocalTime from = time(field + ".from", range == null ? null : range.from(), false);
        LocalTime to = time(field + ".to", range == null ? null : range.to(), true);
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            complaint.text(field + ".to", "noLength", from);
            return null;
        }
        return new Opening(from, to);
    }

    private @Nullable LocalTime time(String field, @Nullable String text, boolean end) {
        if (text == null || text.isBlank()) {
            complaint.text(field, "noTime");
            return null;
        }
        if (end && text.strip().equals(END_OF_DAY)) {
            return LocalTime.MIDNIGHT;
        }
        try {
            LocalTime time = LocalTime.parse(text.strip());
            if (time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below
        }
        complaint.text(field, "unreadableTime", text);
        return null;
    }

    private static String words(Opening opening) {
        return opening.opens() + "–" + opening.closes();
    }
}
