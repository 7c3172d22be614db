package org.leadrelay.workingtime;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.leadrelay.platform.Wording;

/**
 * Humanizer of working time, the only one: "7 working days 4 h", "2 working hours 30 min", "25 min". The two
 * largest units are said and the rest is dropped, so that nobody is told of more time than there is. A working
 * day or hour is called one, since it must not be read as one of the calendar's. What counts on in a browser
 * ({@code due-time.ts}) says it by the same rule, with {@link #patterns}.
 */
public final class DurationWords {

    private static final Wording WORDING = Wording.of(DurationWords.class, "durations");

    /** The patterns that a browser needs. */
    private static final String[] PATTERNS = {
        "day", "days", "hour", "hours", "hoursMore", "minutes", "moment", "left", "late"
    };

    private static final int HOUR = 60;

    private DurationWords() {}

    /** "2 working days 3 h", "1 working hour", "25 min", "less than 1 min". */
    public static String length(WorkAmount work, Locale locale) {
        long minutes = work.rest().toMinutes();
        if (work.days() > 0) {
            String days = counted(locale, "day", work.days());
            return minutes < HOUR ? days : days + " " + text(locale, "hoursMore", minutes / HOUR);
        }
        return minutes == 0 ? text(locale, "moment") : hours(minutes, locale);
    }

    /**
     * Working time of many calendars, none of which says how long its day is, beside words that call it working
     * time: "45 min", "15 h 30 min".
     */
    public static String inHours(Duration work, Locale locale) {
        return work.toMinutes() == 0 ? text(locale, "minutes", 0) : more(work.toMinutes(), locale);
    }

    /** "7 working days 4 h left", "25 min late". */
    public static String span(WorkSpan span, Locale locale) {
        return text(locale, span.late() ? "late" : "left", length(span.amount(), locale));
    }

    /** What was agreed, of which nothing is dropped: "1 working day 30 min", "45 s". */
    public static String exact(WorkAmount work, Locale locale) {
        Duration rest = work.rest();
        long minutes = rest.toMinutes();
        String days = work.days() == 0 ? "" : counted(locale, "day", work.days());
        String hours = minutes == 0 ? "" : work.days() == 0 ? hours(minutes, locale) : more(minutes, locale);
        boolean seconds = rest.toSecondsPart() != 0 || (work.days() == 0 && minutes == 0);
        return String.join(
                " ",
                Arrays.stream(new String[] {days, hours, seconds ? text(locale, "seconds", rest.toSecondsPart()) : ""})
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    /** The patterns by name, for what counts on in a browser. */
    public static Map<String, String> patterns(Locale locale) {
        Map<String, String> patterns = new LinkedHashMap<>();
        for (String each : PATTERNS) {
            patterns.put(each, WORDING.text(locale, each, "{0}"));
        }
        return patterns;
    }

    private static String hours(long minutes, Locale locale) {
        if (minutes < HOUR) {
            return text(locale, "minutes", minutes);
        }
        String hours = counted(locale, "hour", minutes / HOUR);
        return minutes % HOUR == 0 ? hours : hours + " " + text(locale, "minutes", minutes % HOUR);
    }

    private static String more(long minutes, Locale locale) {
        String rest = minutes % HOUR == 0 ? "" : text(locale, "minutes", minutes % HOUR);
        return minutes < HOUR ? rest : (text(locale, "hoursMore", minutes / HOUR) + " " + rest).strip();
    }

    private static String counted(Locale locale, String unit, long count) {
        return text(locale, count == 1 ? unit : unit + "s", count);
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return WORDING.text(locale, key, arguments);
    }
}
