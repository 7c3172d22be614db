package org.leadrelay.journal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
     * Adds what somebody typed as a parameter, to which a code belongs but anything may come: an id or a time as it
     * stands, all else by commitment.
     */
    public LineDetails andTyped(String key, @Nullable String value) {
        return value == null || value.isBlank()
                ? this
                : and(key, DetailAllowList.isIdOrTime(value) ? value : new CommittedText(value));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, Object> map() {
        return Map.copyOf(values);
    }

    /** Sets have no order, and a seal needs one. */
    private static Object plain(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).sorted().toList();
        }
        boolean asItIs = value instanceof Number
                || value instanceof Boolean
                || value instanceof ListedText
                || value instanceof CommittedText;
        return asItIs ? value : value.toString();
    }
}
