package org.leadrelay.intake;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.NumberHabit;

/**
 * Evidence of one column's decimal sign, gathered cell by cell in constant memory. Most numbers
 * read under one habit only, or the same under both; 1.500 reads differently, and then the file's
 * other columns, its separator and its language must agree.
 */
final class NumberEvidence {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private long onlyPoint;
    private long onlyComma;
    private long both;
    private long ambiguousWithPoint;
    private long ambiguousWithComma;
    private long small;
    private long ungrouped;
    private long unreadable;
    private @Nullable String example;

    /**
     * What is known about the file around the column.
     *
     * @param delimiter what stands between the file's cells
     * @param commaLanguage whether its headings are in a language that writes a decimal comma
     * @param wholeNumbers whether the column counts something, such as employees
     */
    record Surroundings(char delimiter, boolean commaLanguage, boolean wholeNumbers) {}

    static NumberEvidence of(Collection<String> cells) {
        NumberEvidence evidence = new NumberEvidence();
        cells.forEach(evidence::see);
        return evidence;
    }

    void see(String cell) {
        if (cell.isBlank()) {
            return;
        }
        Optional<BigDecimal> point = NumberHabit.POINT.read(cell);
        Optional<BigDecimal> comma = NumberHabit.COMMA.read(cell);
        if (point.isEmpty() && comma.isEmpty()) {
            unreadable++;
        } else if (comma.isEmpty()) {
            onlyPoint++;
        } else if (point.isEmpty()) {
            onlyComma++;
        } else if (point.get().compareTo(comma.get()) == 0) {
            both++;
            plain(cell, point.get());
        } else {
            example = example == null ? cell.strip() : example;
            if (point.get().compareTo(comma.get()) < 0) {
                ambiguousWithPoint++;
            } else {
                ambiguousWithComma++;
            }
        }
    }

    private void plain(String cell, BigDecimal number) {
        if (number.compareTo(THOUSAND) < 0) {
            small++;
        } else if (cell.matches(".*\\d{4}.*")) {
            ungrouped++;
        }
    }

    /** Whether the column is one of numbers. */
    boolean numbers() {
        long read = onlyPoint + onlyComma + both + ambiguousWithPoint + ambiguousWithComma;
        return read > 0 && read >= 4 * unreadable;
    }

    /** Cells that are no number under any habit, and stay texts. */
    long unreadable() {
        return unreadable;
    }

    /** The first cell that means one number with a decimal point and another with a comma. */
    Optional<String> example() {
        return Optional.ofNullable(example);
    }

    /**
     * The habit of this column.
     *
     * @param others the file's other columns of numbers
     */
    Detection<NumberHabit> guess(Collection<NumberEvidence> others, Surroundings around) {
        if (onlyPoint > 0 && onlyComma > 0) {
            return open(onlyPoint >= onlyComma ? NumberHabit.POINT : NumberHabit.COMMA);
        }
        if (onlyPoint + onlyComma > 0) {
            return Detection.decided(own());
        }
        if (ambiguousWithPoint + ambiguousWithComma == 0) {
            return Detection.decided(NumberHabit.POINT);
        }
        long point = others.stream().mapToLong(each -> each.onlyPoint).sum();
        long comma = others.stream().mapToLong(each -> each.onlyComma).sum();
        if (point > 0 != comma > 0) {
            return Detection.decided(point > 0 ? NumberHabit.POINT : NumberHabit.COMMA);
        }
        return weighed(around);
    }

    private NumberHabit own() {
        return onlyPoint > 0 ? NumberHabit.POINT : NumberHabit.COMMA;
    }

    /** Two reasons for one habit and none for the other decide. */
    private Detection<NumberHabit> weighed(Surroundings around) {
        int comma = around.commaLanguage() ? 1 : 0;
        comma += around.delimiter() == ';' ? 1 : 0;
        int point = around.delimiter() == ',' ? 1 : 0;
        if (ambiguousWithPoint > 0 && ambiguousWithComma > 0) {
            return open(comma > point ? NumberHabit.COMMA : NumberHabit.POINT);
        }
        boolean groupedByPoint = ambiguousWithPoint > 0;
        if (around.wholeNumbers() && ungrouped == 0) {
            // Whoever writes a fixed number of decimals would have written 250 as 250.000.
            int weight = small > 0 ? 2 : 1;
            comma += groupedByPoint ? weight : 0;
            point += groupedByPoint ? 0 : weight;
        } else if (!around.wholeNumbers()) {
            comma += groupedByPoint ? 0 : 1;
            point += groupedByPoint ? 1 : 0;
        }
        if (comma >= 2 && point == 0) {
            return Detection.decided(NumberHabit.COMMA);
        }
        if (point >= 2 && comma == 0) {
            return Detection.decided(NumberHabit.POINT);
        }
        return open(comma > point ? NumberHabit.COMMA : NumberHabit.POINT);
    }

    private static Detection<NumberHabit> open(NumberHabit likelier) {
        return Detection.open(
                likelier == NumberHabit.POINT
                        ? List.of(NumberHabit.POINT, NumberHabit.COMMA)
                        : List.of(NumberHabit.COMMA, NumberHabit.POINT));
    }
}
