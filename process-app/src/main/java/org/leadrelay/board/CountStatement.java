package org.leadrelay.board;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQL that counts numbers of the same rows, split in several ways (GROUPING SETS in two phases): rows are read once and grouped by the
 * keys of all splits, and these few counts are summed for each.
 */
final class CountStatement {

    private static final List<String> COUNTS = List.of("d", "n", "running", "gap");

    private final BoardStatement statement;
    private final @Nullable Grouping joined;
    private final Set<BoardNumber> numbers = new LinkedHashSet<>();
    private final Map<Split, @Nullable Grouping> splits = new LinkedHashMap<>();

    /**
     * @param joined the one grouping that it may be split by, where that one is joined to the rows
     */
    CountStatement(BoardStatement statement, @Nullable Grouping joined) {
        this.statement = statement;
        this.joined = joined;
    }

    /** Counts this number, too, and splits all by this. */
    CountStatement with(BoardNumber number, @Nullable Grouping grouping) {
        numbers.add(number);
        splits.put(Split.of(number, grouping), grouping);
        return this;
    }

    /** Counts the numbers of the other, too, which is split in the same ways. */
    CountStatement with(CountStatement other) {
        numbers.addAll(other.numbers);
        splits.putAll(other.splits);
        return this;
    }

    BoardStatement statement() {
        return statement;
    }

    List<BoardNumber> numbers() {
        return List.copyOf(numbers);
    }

    List<Split> splits() {
        return List.copyOf(splits.keySet());
    }

    /**
     * {@code split} as its place among the {@link #splits()}, {@code grp}, and of each number by its place {@code n<i>}, {@code d<i>},
     * {@code running<i>}, {@code gap<i>}, {@code amount<i>}.
     */
    String sql() {
        Map<String, String> keys = new LinkedHashMap<>();
        splits.keySet().forEach(split -> split.keys().forEach(key -> keys.putIfAbsent(key, "k" + keys.size())));
        StringBuilder columns = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        int i = 0;
        for (BoardNumber number : numbers) {
            columns.append(counts(number, i));
            sums.append(sums(number, i));
            i++;
        }
        List<String> by = new ArrayList<>();
        keys.forEach((key, word) -> by.add(key + " as " + word));
        String grouped = keys.isEmpty() ? "" : " group by " + String.join(", ", keys.values());
        List<String> parts = new ArrayList<>();
        for (Split split : splits.keySet()) {
            parts.add("select " + parts.size() + " as split, " + split.called(keys::get) + " as grp" + sums
                    + " from counted group by 2");
        }
        return "with counted as (select " + String.join(", ", by) + (by.isEmpty() ? columns.substring(2) : columns)
                + from() + statement.where(numbers) + ofNumerators() + grouped + ") "
                + String.join(" union all ", parts);
    }

    private String counts(BoardNumber number, int i) {
        String among = denominators() > 1 ? NumberCatalog.amongCounted(number) + " and " : "";
        String numerator = among + statement.numerator(number);
        return counted(among + statement.denominator(number), "d" + i)
                + counted(numerator, "n" + i)
                + counted(among + statement.running(number), "running" + i)
                + counted(among + "not " + statement.present(number), "gap" + i)
                + (number.kind().isAmount()
                        ? ", sum(" + number.measure() + ") filter (where " + numerator + ") as amount" + i
                        : "");
    }

    private static String counted(String condition, String name) {
        return ", count(*) filter (where " + condition + ") as " + name;
    }

    private static String sums(BoardNumber number, int i) {
        String sums = COUNTS.stream()
                .map(count -> ", sum(" + count + i + ") as " + count + i)
                .collect(joining());
        return sums + (number.kind().isAmount() ? ", sum(amount" + i + ") as amount" + i : "");
    }

    private long denominators() {
        return numbers.stream().map(BoardNumber::denominator).distinct().count();
    }

    private String from() {
        BoardNumber any = numbers.iterator().next();
        boolean ofPromises = splits.values().stream().allMatch(each -> each != null && each.isOfPromise());
        return statement.from(any, joined, ofPromises);
    }

    /** Groups of the numerator are compared with the whole: where the whole is not asked for, rows outside it say nothing. */
    private String ofNumerators() {
        return splits.values().stream().allMatch(each -> each != null && each.isOfNumerator())
                ? numbers.stream()
                        .map(each -> "(" + statement.numerator(each) + ")")
                        .collect(joining(" or ", " and (", ")"))
                : "";
    }
}
