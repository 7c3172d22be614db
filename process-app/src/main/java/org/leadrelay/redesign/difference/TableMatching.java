package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Matching of the columns and rows of two versions of a table: by id, else by content. */
final class TableMatching {

    private static final double HALF = 0.5;

    private final Table before;
    private final Table after;
    private final int[] columns;
    private final int[] rows;
    private final Set<Integer> moved = new HashSet<>();

    TableMatching(Table before, Table after) {
        this.before = before;
        this.after = after;
        columns = match(
                before.columns(),
                after.columns(),
                List.of(
                        (was, is) -> was.id().equals(is.id()) && was.output() == is.output(),
                        (was, is) -> was.output() == is.output()
                                && was.reads().equals(is.reads())
                                && was.label().equals(is.label()),
                        (was, is) -> was.output() == is.output() && was.reads().equals(is.reads())));
        rows = match(
                before.rows(),
                after.rows(),
                List.of(
                        (was, is) -> !is.id().isEmpty() && was.id().equals(is.id()),
                        (was, is) -> was.why().equals(is.why()) && likeness(was, is) == 1,
                        (was, is) -> likeness(was, is) == 1,
                        (was, is) -> likeness(was, is) >= HALF));
        findMoved();
    }

    private static <T> int[] match(List<T> before, List<T> after, List<BiPredicate<T, T>> ways) {
        int[] found = new int[after.size()];
        Arrays.fill(found, -1);
        Set<Integer> taken = new HashSet<>();
        for (BiPredicate<T, T> each : ways) {
            for (int is = 0; is < found.length; is++) {
                for (int was = 0; was < before.size() && found[is] < 0; was++) {
                    if (!taken.contains(was) && each.test(before.get(was), after.get(is))) {
                        found[is] = was;
                        taken.add(was);
                    }
                }
            }
        }
        return found;
    }

    /** The share of the cells that say the same, of those that say anything; a result alone is no likeness. */
    private double likeness(Table.Row was, Table.Row is) {
        int said = 0;
        int equal = 0;
        boolean condition = false;
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                String then = Table.cell(was, columns[i]);
                String now = Table.cell(is, i);
                if (!then.isEmpty() || !now.isEmpty()) {
                    said++;
                    if (then.equals(now)) {
                        equal++;
                        condition |= !after.columns().get(i).output();
                    }
                }
            }
        }
        if (equal == said) {
            return 1;
        }
        return condition ? (double) equal / said : 0;
    }

    /** Rows outside the longest run that kept its order, by their position now. */
    private void findMoved() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
                kept.add(i);
            }
        }
        int[] length = new int[kept.size()];
        int[] previous = new int[kept.size()];
        int best = -1;
        for (int i = 0; i < kept.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (rows[kept.get(j)] < rows[kept.get(i)] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        moved.addAll(kept);
        for (int i = best; i >= 0; i = previous[i]) {
            moved.remove(kept.get(i));
        }
    }

    /** The row that it was, or null when it is new. */
    Table.@Nullable Row rowBefore(int now) {
        return rows[now] < 0 ? null : before.rows().get(rows[now]);
    }

    /** The column that it was, or null when it is new. */
    Table.@Nullable Column columnBefore(int now) {
        return columns[now] < 0 ? null : before.columns().get(columns[now]);
    }

    /** Position before of the column at this position now; -1 when it is new. */
    int columnWas(int now) {
        return columns[now];
    }

    boolean isMoved(int row) {
        return moved.contains(row);
    }

    /** Positions before of the rows that went. */
    List<Integer> rowsGone() {
        return gone(rows, before.rows().size());
    }

    /** Positions before of the columns that went. */
    List<Integer> columnsGone() {
        return gone(columns, before.columns().size());
    }

    private static List<Integer> gone(int[] found, int all) {
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            int position = i;
            if (Arrays.stream(found).noneMatch(each -> each == position)) {
                gone.add(i);
            }
        }
        return gone;
    }
}
