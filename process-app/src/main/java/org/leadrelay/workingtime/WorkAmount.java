package org.leadrelay.workingtime;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of working time as people write it. A day is a working day of the calendar that counts it, however many
 * hours that has; Java's own duration would make 24 hours of it, which are three days' work.
 *
 * @param days working days
 * @param rest working time on top of them
 */
public record WorkAmount(int days, Duration rest) implements Comparable<WorkAmount> {

    public static final WorkAmount NONE = new WorkAmount(0, Duration.ZERO);

    /** Ten years, as for {@link BusinessCalendar#LONGEST}. */
    private static final int MOST_DAYS = 3660;

    private static final Pattern DAYS = Pattern.compile("P(\\d{1,6})D(T.+)?");

    public WorkAmount {
        if (days < 0 || days > MOST_DAYS || rest.isNegative()) {
            throw new IllegalArgumentException(
                    "working time must be between nothing and ten years, not %d days and %s".formatted(days, rest));
        }
    }

    /** Working time without whole days. */
    public static WorkAmount of(Duration work) {
        return new WorkAmount(0, work);
    }

    public boolean isZero() {
        return days == 0 && rest.isZero();
    }

    /** By days first: how much work a day is, only a calendar can say. */
    @Override
    public int compareTo(WorkAmount other) {
        return Comparator.comparingInt(WorkAmount::days)
                .thenComparing(WorkAmount::rest)
                .compare(this, other);
    }

    /** As it is read: {@code PT4H}, {@code P1D}, {@code P2DT1H30M}. */
    @Override
    @JsonValue
    public String toString() {
        if (days == 0) {
            return rest.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }

    /**
     * Reads {@code PT4H}, {@code P1D}, {@code P2DT90M}.
     *
     * @throws IllegalArgumentException when it cannot be read, is negative or longer than ten years
     */
    public static WorkAmount parse(String text) {
        String capitals = text.strip().toUpperCase(Locale.ROOT);
        Matcher days = DAYS.matcher(capitals);
        if (days.matches()) {
            String rest = days.group(2);
            return new WorkAmount(Integer.parseInt(days.group(1)), rest == null ? Duration.ZERO : duration("P" + rest));
        }
        return new WorkAmount(0, duration(capitals));
    }

    /** Hours and less: a day that is not written as {@link #DAYS} reads it would become one of 24 hours of work. */
    private static Duration duration(String text) {
        if (!text.startsWith("PT")) {
            throw unreadable(text, null);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "\"%s\" is no working time: write PT4H for four hours, P1D for a working day".formatted(text), cause);
    }
}
