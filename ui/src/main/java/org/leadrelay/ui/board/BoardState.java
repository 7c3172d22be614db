package org.leadrelay.ui.board;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.words.FilterQuery;

/**
 * URL state of the boards: the address can be sent to a colleague, who finds the same filter.
 *
 * @param opened the number whose leads are listed; null for the board itself
 * @param order of the groups, as {@link GroupOrder} reads it
 */
record BoardState(Board board, BoardFilter filter, @Nullable Opened opened, GroupOrder order) {

    private static final int LAST_PAGE = 10_000;

    /**
     * A number whose leads are listed.
     *
     * @param group code of the group, null for the number as a whole
     * @param page from 0
     */
    record Opened(String number, @Nullable String group, BoardPart part, int page) {}

    static BoardState of(Board board, QueryParameters address) {
        Function<String, @Nullable String> parameters =
                name -> address.getSingleParameter(name).orElse(null);
        String number = FilterQuery.value(parameters, "number", Function.identity());
        return new BoardState(
                board,
                FilterQuery.read(parameters),
                number == null ? null : opened(number, parameters),
                GroupOrder.of(FilterQuery.value(parameters, "sort", Function.identity())));
    }

    private static Opened opened(String number, Function<String, @Nullable String> parameters) {
        BoardPart part = FilterQuery.value(
                parameters, "part", code -> BoardPart.of(code).orElseThrow(IllegalArgumentException::new));
        Integer page = FilterQuery.value(parameters, "page", Integer::valueOf);
        return new Opened(
                number,
                FilterQuery.value(parameters, "of", Function.identity()),
                part == null ? BoardPart.DENOMINATOR : part,
                page == null ? 0 : Math.max(0, Math.min(page, LAST_PAGE)));
    }

    /** As a link keeps it. */
    QueryParameters address() {
        Map<String, String> all = FilterQuery.write(filter);
        put(all, "sort", order.code());
        if (opened != null) {
            put(all, "number", opened.number());
            put(all, "of", opened.group());
            put(all, "part", opened.part().code());
            put(all, "page", opened.page() == 0 ? null : opened.page());
        }
        return QueryParameters.simple(all);
    }

    /** As a link, without a slash in front. */
    String link() {
        String query = address().getQueryString();
        String page = BoardsNavigation.BOARDS + "/" + board.code();
        return query.isEmpty() ? page : page + "?" + query;
    }

    /** Another board of the same leads; a grouping of this one may mean nothing there. */
    BoardState at(Board other) {
        return new BoardState(other, filter.by(null), null, GroupOrder.USUAL);
    }

    BoardState filtered(BoardFilter other) {
        return new BoardState(board, other, null, order);
    }

    BoardState ordered(GroupOrder other) {
        return new BoardState(board, filter, null, other);
    }

    /** The board, without the leads of a number. */
    BoardState closed() {
        return new BoardState(board, filter, null, order);
    }

    BoardState open(String number, @Nullable String group, BoardPart part) {
        return new BoardState(board, filter, new Opened(number, group, part, 0), order);
    }

    BoardState page(Opened now, int page) {
        return new BoardState(board, filter, new Opened(now.number(), now.group(), now.part(), page), order);
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }
}
