package org.leadrelay.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Split of rows into groups (GROUP BY).
 *
 * @param keys by which rows are grouped, in SQL
 * @param called what a group is called, in SQL over its keys: putting words together for each group is quicker than for each row
 */
record Split(List<String> keys, String called) {

    Split {
        keys = List.copyOf(keys);
    }

    /** Amounts are split by their currency as well. */
    static Split of(BoardNumber number, @Nullable Grouping grouping) {
        if (!number.kind().isAmount()) {
            return grouping == null
                    ? new Split(List.of(), "cast(null as text)")
                    : new Split(keys(number, grouping), known(grouping.called()));
        }
        if (grouping == null || grouping == Grouping.CURRENCY) {
            return new Split(Grouping.CURRENCY.keys(), known(Grouping.CURRENCY.called()));
        }
        List<String> keys = new ArrayList<>(keys(number, grouping));
        String currency = "{" + keys.size() + "}";
        keys.addAll(Grouping.CURRENCY.keys());
        return new Split(keys, known(grouping.called()) + " || ' ' || " + known(currency));
    }

    /** What a group is called, over other words for its keys. */
    String called(UnaryOperator<String> word) {
        String named = called;
        for (int i = 0; i < keys.size(); i++) {
            named = named.replace("{" + i + "}", word.apply(keys.get(i)));
        }
        return named;
    }

    private static List<String> keys(BoardNumber number, Grouping grouping) {
        return grouping.keys().stream()
                .map(key -> key.replace("{entered}", number.entered()))
                .toList();
    }

    private static String known(String called) {
        return "coalesce(" + called + ", '" + Grouping.UNKNOWN + "')";
    }
}
