package org.leadrelay.platform;

/** Bounds on the pages of a list: how large one is, and how deep one may ask. */
public final class Paging {

    public static final int LARGEST = 500;

    /** Rows that a database has to pass over before the page begins. */
    public static final int DEEPEST = 1_000_000;

    private static final Wording WORDING = Wording.of(Paging.class);

    private Paging() {}

    /**
     * A page by its number, from 0.
     *
     * @throws Invalid naming what is out of bounds
     */
    public static void check(int page, int size) {
        size("size", size);
        if (page < 0 || (long) page * size > DEEPEST) {
            throw Invalid.field("page", WORDING.say("page", DEEPEST / size));
        }
    }

    /**
     * A page by its first row, from 0.
     *
     * @throws Invalid naming what is out of bounds
     */
    public static void rows(int offset, int limit) {
        size("limit", limit);
        if (offset < 0 || offset > DEEPEST) {
            throw Invalid.field("offset", WORDING.say("offset", DEEPEST));
        }
    }

    private static void size(String field, int size) {
        if (size < 1 || size > LARGEST) {
            throw Invalid.field(field, WORDING.say("size", LARGEST));
        }
    }
}
