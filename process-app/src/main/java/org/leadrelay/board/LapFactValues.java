package org.leadrelay.board;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Distinct values of columns of the projection: of all that are asked for in one scan (grouping sets). */
@Component
class LapFactValues {

    private final JdbcClient jdbc;

    LapFactValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each column its values as text, without null. */
    Map<String, Set<String>> of(List<String> columns) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        columns.forEach(each -> values.put(each, new HashSet<>()));
        String list = String.join(", ", columns);
        jdbc.sql("select grouping(" + list + ") as others, "
                        + columns.stream()
                                .map(each -> each + "::text as " + each)
                                .collect(joining(", "))
                        + " from lap_fact group by grouping sets ("
                        + columns.stream().map(each -> "(" + each + ")").collect(joining(", ")) + ")")
                .query(row -> {
                    // a bit for each column by which the row is not grouped, the last column's is the lowest
                    int others = row.getInt("others");
                    for (int i = 0; i < columns.size(); i++) {
                        String value = row.getString(columns.get(i));
                        if (value != null && (others >> (columns.size() - 1 - i) & 1) == 0) {
                            Objects.requireNonNull(values.get(columns.get(i))).add(value);
                        }
                    }
                });
        return values;
    }
}
