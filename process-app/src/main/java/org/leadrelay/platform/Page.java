package org.leadrelay.platform;

import java.util.List;
import java.util.function.Function;

/**
 * Page of a list, as every list is answered: the rows asked for, and how many there are in all; with the bounds of
 * paging.
 *
 * @param total all that match, on this page or not
 */
public record Page<T>(List<T> items, long total) {

    /** Rows on one page at most. */
    public static final int LARGEST = 500;

    /** Rows that a database has to pass over before the page begins. */
    public static final int DEEPEST = 1_000_000;

    private static final Wording WORDING = Wording.of(Page.class);

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

    /**
     * A page by its number, from 0.
     *
     * @throws Invalid naming what is out of bounds
     */
    public static void check(int page, int size) {
        checkSize("size", size);
        if (page < 0 || (long) page * size > DEEPEST) {
            throw Invalid.field("page", WORDING.text("page", DEEPEST / size));
        }
    }

    /**
     * A page by its first row, from 0.
     *
     * @throws Invalid naming what is out of bounds
     */
    public static void checkRows(int offset, int limit) {
        checkSize("limit", limit);
        if (offset < 0 || offset > DEEPEST) {
            throw Invalid.field("offset", WORDING.text("offset", DEEPEST));
        }
    }

    private static void checkSize(String field, int size) {
        if (size < 1 || size > LARGEST) {
            throw Invalid.field(field, WORDING.text("size", LARGEST));
        }
    }
}
