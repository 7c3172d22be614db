package org.leadrelay.journal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;

/**
 * Builder of a line's details. Of what changed the new value stands under its key, the old one under the key with
 * {@code Before}; what is null, and what did not change, is left out.
 */
public final class LineDetails {

    private final Map<String, Object> values = new TreeMap<>();

    private LineDetails() {}

    public static LineDetails of(String key, @Nullable Object value) {
        return new LineDetails().and(key, value);
    }

    /** Details that say only what changed. */
    public static LineDetails ofChange(String key, @Nullable Object before, @Nullable Object after) {
        return new LineDetails().change(key, before, after);
    }

    public LineDetails and(String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, plain(value));
        }
        return this;
    }

    public LineDetails change(String key, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? this : and(key, after).and(key + "Before", before);
    }

    /**
     * What stands in a line for words that people typed about the product's settings, such as the name of a mapping:
     * SHA-256, by which whoever has the words finds the line. Never for what is about a person, which is guessed in
     * no time.
     */
    public static String fingerprint(String words) {
        return Sha256.hex(words);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, Object> map() {
        return Map.copyOf(values);
    }

    /** Sets have no order, and a seal needs one. */
    private static Object plain(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).sorted().toList()
                : value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
