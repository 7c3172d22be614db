package org.leadrelay.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Columns of a CSV file of the boards: the same for pages and REST, whose headings alone differ.
 *
 * @param <T> what a row is made of
 */
final class BoardColumns<T> {

    private static final Wording WORDING = Wording.of(BoardColumns.class);

    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();

    BoardColumns<T> with(String code, Function<T, @Nullable Object> value) {
        columns.put(code, value);
        return this;
    }

    /**
     * @param reader language of the headings; null for codes, as programs read them
     */
    List<String> headings(@Nullable Locale reader) {
        return columns.keySet().stream()
                .map(code -> reader == null ? code : WORDING.text(reader, "column." + code))
                .toList();
    }

    List<String> cells(T row) {
        return columns.values().stream()
                .map(value -> Objects.toString(value.apply(row), ""))
                .toList();
    }
}
