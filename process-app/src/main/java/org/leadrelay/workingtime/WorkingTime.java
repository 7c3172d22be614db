package org.leadrelay.workingtime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;

/**
 * Result of counting working time, with the days it was taken from, so that the sum can be told in words.
 *
 * @param from where counting began, open or not
 * @param work the working time counted
 * @param due where counting ended
 * @param parts what each day gave, in order; empty when there was nothing to count
 * @param closed days that gave nothing for a reason of their own (a holiday), with its name by
 *     language
 */
public record WorkingTime(
        ZoneId zone,
        Instant from,
        Duration work,
        Instant due,
        List<Part> parts,
        Map<LocalDate, Function<Locale, String>> closed) {

    static final Wording WORDING = Wording.of(WorkingTime.class, "arithmetic");

    private static final int LISTED_ONE_BY_ONE = 2;

    public WorkingTime {
        parts = List.copyOf(parts);
        closed = Map.copyOf(closed);
    }

    /**
     * What one day gave.
     *
     * @param full whether the day was used from its first opening to its last closing
     */
    public record Part(LocalDate day, Duration worked, boolean full) {}

    /**
     * "opened Fri 16:30, 30 min Friday, weekend, 90 min Monday: due Mon 10:30", in English or
     * German.
     */
    public String words(Locale locale) {
        ArrayList<String> said = new ArrayList<>();
        said.add(WORDING.text(locale, "opened") + " " + moment(from, from, zone, locale));
        LocalDate before = from.atZone(zone).toLocalDate();
        for (int i = 0; i < parts.size(); ) {
            Part part = parts.get(i);
            int run = fullDaysFrom(i);
            if (run > LISTED_ONE_BY_ONE) {
                said.add(WORDING.text(locale, "fullDays", run));
                before = parts.get(i + run - 1).day();
                i += run;
                continue;
            }
            if (part.day().isAfter(before.plusDays(1))) {
                said.add(gap(before, part.day(), locale));
            }
            said.add(amount(part.worked()) + " " + day(part.day().getDayOfWeek(), TextStyle.FULL, locale));
            before = part.day();
            i++;
        }
        return String.join(", ", said) + ": " + WORDING.text(locale, "due") + " " + moment(due, from, zone, locale);
    }

    /** A duration as people write it: {@code 45 s}, {@code 90 min}, {@code 2 h 30 min}. */
    public static String amount(Duration worked) {
        long seconds = worked.toSeconds();
        if (seconds % 60 != 0 && seconds < 3600) {
            return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = seconds / 60;
        if (minutes <= 90 && minutes % 60 != 0) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /**
     * A moment with its weekday, and with its date once it lies a week or more from the other one.
     */
    static String moment(Instant at, Instant seenFrom, ZoneId zone, Locale locale) {
        ZonedDateTime local = at.atZone(zone);
        boolean far = Math.abs(Duration.between(seenFrom, at).toDays()) >= 6;
        String weekday = day(local.getDayOfWeek(), TextStyle.SHORT, locale);
        String date =
                far ? DateTimeFormatter.ofPattern("d MMM ", spoken(locale)).format(local) : "";
        return weekday + " " + date + DateTimeFormatter.ofPattern("HH:mm").format(local);
    }

    private int fullDaysFrom(int first) {
        int run = 0;
        while (first + run < parts.size() && parts.get(first + run).full()) {
            run++;
        }
        return run;
    }

    /** "weekend", "2 days closed", "Good Friday, weekend, Easter Monday". */
    private String gap(LocalDate before, LocalDate after, Locale locale) {
        ArrayList<String> said = new ArrayList<>();
        ArrayList<DayOfWeek> unnamed = new ArrayList<>();
        before.plusDays(1).datesUntil(after).forEach(day -> {
            Function<Locale, String> name = closed.get(day);
            if (name == null) {
                unnamed.add(day.getDayOfWeek());
                return;
            }
            flush(unnamed, said, locale);
            if (!name.apply(spoken(locale)).equals(last(said))) {
                said.add(name.apply(spoken(locale)));
            }
        });
        flush(unnamed, said, locale);
        return String.join(", ", said);
    }

    private static void flush(List<DayOfWeek> unnamed, List<String> said, Locale locale) {
        if (unnamed.isEmpty()) {
            return;
        }
        boolean weekend = unnamed.equals(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))
                || unnamed.equals(List.of(DayOfWeek.SUNDAY))
                || unnamed.equals(List.of(DayOfWeek.SATURDAY));
        said.add(weekend ? WORDING.text(locale, "weekend") : WORDING.text(locale, "closedDays", unnamed.size()));
        unnamed.clear();
    }

    private static String last(List<String> said) {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    private static String day(DayOfWeek day, TextStyle style, Locale locale) {
        String name = day.getDisplayName(style, spoken(locale));
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Locale spoken(Locale locale) {
        return Language.of(locale).locale();
    }
}
