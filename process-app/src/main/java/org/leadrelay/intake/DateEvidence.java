package org.leadrelay.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.DateHabit;

/**
 * Evidence of one column's order of day and month, gathered cell by cell in constant memory:
 * 31/1/2018 tells, and 2/1/2018 beside it is in January then.
 */
final class DateEvidence {

    private long onlyDayFirst;
    private long onlyMonthFirst;
    private long same;
    private long ambiguous;
    private long unreadable;
    private @Nullable String example;

    static DateEvidence of(Collection<String> cells) {
        DateEvidence evidence = new DateEvidence();
        cells.forEach(evidence::see);
        return evidence;
    }

    void see(String cell) {
        if (cell.isBlank()) {
            return;
        }
        Optional<Instant> day = DateHabit.DAY_FIRST.read(cell, ZoneOffset.UTC);
        Optional<Instant> month = DateHabit.MONTH_FIRST.read(cell, ZoneOffset.UTC);
        if (day.isEmpty() && month.isEmpty()) {
            unreadable++;
        } else if (month.isEmpty()) {
            onlyDayFirst++;
        } else if (day.isEmpty()) {
            onlyMonthFirst++;
        } else if (day.equals(month)) {
            same++;
        } else {
            ambiguous++;
            example = example == null ? cell.strip() : example;
        }
    }

    /** Whether the column is one of dates. */
    boolean dates() {
        long read = onlyDayFirst + onlyMonthFirst + same + ambiguous;
        return read > 0 && read >= 4 * unreadable;
    }

    /** Cells that are no date under any habit. */
    long unreadable() {
        return unreadable;
    }

    /** The first cell that means one day or another. */
    Optional<String> example() {
        return Optional.ofNullable(example);
    }

    /**
     * The habit of this column.
     *
     * @param others the file's other columns of dates
     */
    Detection<DateHabit> guess(Collection<DateEvidence> others) {
        if (onlyDayFirst > 0 != onlyMonthFirst > 0) {
            return Detection.decided(onlyDayFirst > 0 ? DateHabit.DAY_FIRST : DateHabit.MONTH_FIRST);
        }
        if (onlyDayFirst > 0) {
            return open(onlyDayFirst >= onlyMonthFirst);
        }
        if (ambiguous == 0) {
            return Detection.decided(DateHabit.DAY_FIRST);
        }
        long day = others.stream().mapToLong(each -> each.onlyDayFirst).sum();
        long month = others.stream().mapToLong(each -> each.onlyMonthFirst).sum();
        return day > 0 != month > 0
                ? Detection.decided(day > 0 ? DateHabit.DAY_FIRST : DateHabit.MONTH_FIRST)
                : open(day >= month);
    }

    private static Detection<DateHabit> open(boolean dayFirst) {
        return Detection.open(
                dayFirst
                        ? List.of(DateHabit.DAY_FIRST, DateHabit.MONTH_FIRST)
                        : List.of(DateHabit.MONTH_FIRST, DateHabit.DAY_FIRST));
    }
}
