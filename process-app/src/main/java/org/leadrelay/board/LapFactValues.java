package org.leadrelay.board;

import static java.util.stream.Collectors.joining;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Distinct values of columns of the projection: of all columns in one scan (grouping sets), cached for as long as no row of the
 * projection changes. They are the same for all readers; who may see which is asked by whoever reads them here.
 */
@Component
class LapFactValues {

    /** Columns that name whoever a row counts for. */
    private static final List<String> PEOPLE = List.of("rep", "owner");

    private static final List<String> COLUMNS =
            List.of("source", "campaign", "content", "matrix_version", "model_version", "lap", "rep", "owner");

    private static final String LIST = String.join(", ", COLUMNS);

    private static final String VALUES = "select grouping(" + LIST + ") as others, "
            + COLUMNS.stream().map(each -> each + "::text as " + each).collect(joining(", "))
            + " from lap_fact group by grouping sets ("
            + COLUMNS.stream().map(each -> "(" + each + ")").collect(joining(", ")) + ")";

    private final JdbcClient jdbc;

    /** Of the projection as it is and, for a reader who began before it changed, as it was. */
    private final Cache<UUID, Map<String, Set<String>>> editions =
            Caffeine.newBuilder().maximumSize(2).build();

    LapFactValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each column its values as text, without null. */
    Map<String, Set<String>> all() {
        UUID edition = jdbc.sql("select edition from lap_fact_basis")
                .query(UUID.class)
                .optional()
                .orElse(null);
        Map<String, Set<String>> known = edition == null ? null : editions.getIfPresent(edition);
        if (known != null) {
            return known;
        }
        // The edition was read first: rows that came in between make the values newer than it, never older.
        Map<String, Set<String>> values = read();
        if (edition != null) {
            editions.put(edition, values);
        }
        return values;
    }

    /** Whoever has a row. */
    Set<String> people() {
        Map<String, Set<String>> all = all();
        Set<String> people = new HashSet<>();
        PEOPLE.forEach(each -> people.addAll(all.getOrDefault(each, Set.of())));
        return people;
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        COLUMNS.forEach(each -> values.put(each, new HashSet<>()));
        jdbc.sql(VALUES).query(row -> {
            // a bit for each column by which the row is not grouped, the last column's is the lowest
            int others = row.getInt("others");
            for (int i = 0; i < COLUMNS.size(); i++) {
                String value = row.getString(COLUMNS.get(i));
                if (value != null && (others >> (COLUMNS.size() - 1 - i) & 1) == 0) {
                    Objects.requireNonNull(values.get(COLUMNS.get(i))).add(value);
                }
            }
        });
        values.replaceAll((column, some) -> Set.copyOf(some));
        return Map.copyOf(values);
    }
}
