package org.leadrelay.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.DateHabit;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.NumberHabit;

/**
 * Number and date format of a file's columns: by their own cells, otherwise by the answer that was
 * given, otherwise by the file's other columns.
 *
 * @param numbers by the place of a column
 * @param dates by the place of a column
 */
record ColumnHabits(Map<Integer, Detection<NumberHabit>> numbers, Map<Integer, Detection<DateHabit>> dates) {

    static final ColumnHabits NONE = new ColumnHabits(Map.of(), Map.of());

    private static final Set<Field> WITH_FRACTIONS = Set.of(Field.PAGES_PER_VISIT);

    static ColumnHabits of(
            MappedColumns columns,
            FileEvidence evidence,
            ImportMapping mapping,
            char delimiter,
            IntPredicate isNumber) {
        List<String> header =
                columns.all().stream().map(MappedColumns.Matched::name).toList();
        boolean comma = HeaderWords.commaLanguage(header);
        Map<Integer, Detection<NumberHabit>> numbers = new LinkedHashMap<>();
        IntStream.range(0, header.size())
                .filter(isNumber)
                .forEach(i -> numbers.put(i, number(columns, evidence, mapping, delimiter, comma, i)));
        Map<Integer, Detection<DateHabit>> dates = new LinkedHashMap<>();
        for (int i : dateColumns(columns, evidence)) {
            dates.put(i, date(evidence, mapping, i));
        }
        return new ColumnHabits(numbers, dates);
    }

    private static Detection<NumberHabit> number(
            MappedColumns columns,
            FileEvidence evidence,
            ImportMapping mapping,
            char delimiter,
            boolean comma,
            int column) {
        NumberEvidence own = evidence.column(column).numbers();
        Detection<NumberHabit> alone = own.guess(List.of(), new NumberEvidence.Surroundings('\t', false, false));
        NumberHabit said = ImportAnswerCheck.decimal(mapping);
        if (alone.sure() || said != null) {
            return alone.sure() || said == null ? alone : Detection.decided(said);
        }
        Field field = columns.all().get(column).field();
        boolean whole = field != null && !WITH_FRACTIONS.contains(field);
        return own.guess(
                others(evidence, column).map(ColumnEvidence::numbers).toList(),
                new NumberEvidence.Surroundings(delimiter, comma, whole));
    }

    private static Detection<DateHabit> date(FileEvidence evidence, ImportMapping mapping, int column) {
        DateEvidence own = evidence.column(column).dates();
        Detection<DateHabit> alone = own.guess(List.of());
        DateHabit said = ImportAnswerCheck.dateOrder(mapping);
        if (alone.sure() || said != null) {
            return alone.sure() || said == null ? alone : Detection.decided(said);
        }
        return own.guess(others(evidence, column).map(ColumnEvidence::dates).toList());
    }

    private static java.util.stream.Stream<ColumnEvidence> others(FileEvidence evidence, int column) {
        return IntStream.range(0, evidence.columns().size())
                .filter(i -> i != column)
                .mapToObj(evidence::column);
    }

    private static Set<Integer> dateColumns(MappedColumns columns, FileEvidence evidence) {
        Set<Integer> dates = new TreeSet<>(columns.moments().values());
        for (int i = 0; i < columns.all().size(); i++) {
            MappedColumns.Matched each = columns.all().get(i);
            Field field = each.field();
            if (each.moment()
                    || (field != null && field.isSwitch() && evidence.column(i).isOfDates())) {
                dates.add(i);
            }
        }
        return dates;
    }

    /** The number in plain digits with a point; the cell as it is where it is none. */
    String number(int column, String cell) {
        Detection<NumberHabit> habit = numbers.get(column);
        if (habit == null || habit.best() == NumberHabit.POINT) {
            return cell;
        }
        return habit.best().read(cell).map(java.math.BigDecimal::toPlainString).orElse(cell);
    }

    /** The moment that a cell names; nothing where it names none. */
    Optional<Instant> moment(@Nullable Integer column, String cell) {
        Detection<DateHabit> habit = column == null ? null : dates.get(column);
        return habit == null ? Optional.empty() : habit.best().read(cell, ZoneOffset.UTC);
    }
}
