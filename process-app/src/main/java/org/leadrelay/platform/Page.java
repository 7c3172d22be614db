package org.leadrelay.platform;

import java.util.List;
import java.util.function.Function;

/**
 * How every list is answered: the rows asked for, and how many there are in all.
 *
 * @param total all that match, on this page or not
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is answered whole. */
    public static <T> Page<T> ofAll(List<T> items) {
        return new Page<>(items, items.size());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), total);
    }
}
