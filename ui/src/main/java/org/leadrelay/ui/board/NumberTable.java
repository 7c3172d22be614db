package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.PageLink;

/** Table of numbers: in words first, then the figure with its interval, and the leads behind it. */
final class NumberTable extends Div {

    private static final List<String> COLUMNS = List.of("said", "figure", "rows", "running");

    private final BoardTexts texts;
    private final BoardState state;
    private final DataTable table;
    private final double scale;

    /**
     * @param first heading of the column that says what a row is
     * @param scale the rate at the right end of the pictures
     */
    NumberTable(BoardTexts texts, BoardState state, String caption, String first, double scale) {
        this.texts = texts;
        this.state = state;
        this.scale = scale;
        addClassName("board-table");
        table = new DataTable(
                        caption,
                        Stream.concat(Stream.of(first), COLUMNS.stream().map(each -> texts.text("column." + each)))
                                .toList())
                .linesOnPhones();
        add(table);
    }

    /** The headings that sort; by the rate only where that would say something. */
    void sorts(String first, boolean byRate) {
        addClassName("board-sorts");
        head(0, first, GroupOrder.NAME);
        if (byRate) {
            head(2, texts.text("column.figure"), GroupOrder.RATE);
        }
        head(3, texts.text("column.rows"), GroupOrder.SIZE);
        head(4, texts.text("column.running"), GroupOrder.RUNNING);
    }

    private void head(int column, String heading, GroupOrder order) {
        PageLink sort = new PageLink(state.ordered(order).link(), heading);
        sort.setTitle(texts.text("sort", heading));
        String direction = order == GroupOrder.NAME ? "ascending" : "descending";
        table.head(column, sort, state.order() == order ? direction : "none");
    }

    void row(Component name, BoardNumber number, NumberResult result) {
        table.row(List.of(name, said(number, result), figure(number, result), rows(number, result), running(result)));
    }

    private Component said(BoardNumber number, NumberResult result) {
        Div cell = new Div(new Span(texts.said(number, result)));
        cell.addClassName("board-said");
        if (result.enough() && !result.firm() && number.kind() == Kind.SHARE) {
            Span few = new Span(texts.text("few"));
            few.getElement().getThemeList().add("badge contrast small");
            few.setTitle(texts.text("few.what"));
            cell.add(few);
        }
        String mix = texts.words().mix(result, texts.locale());
        if (!mix.isEmpty()) {
            Span line = second(mix);
            line.setTitle(texts.text("mix.what"));
            cell.add(line);
        }
        if (result.gap() > 0 && !BoardWords.isGap(result)) {
            cell.add(second(texts.text("gap", texts.count(result.gap()))));
        }
        return cell;
    }

    private Component figure(BoardNumber number, NumberResult result) {
        Div cell = new Div(new Span(texts.figure(number, result)));
        Double low = result.low();
        Double value = result.value();
        Double high = result.high();
        if (low != null && value != null && high != null) {
            cell.add(second(texts.interval(result)), new IntervalBar(low, value, high, scale));
        }
        return cell;
    }

    private Component rows(BoardNumber number, NumberResult result) {
        Component all = leads(result, BoardPart.DENOMINATOR, result.d());
        if (number.kind() != Kind.SHARE) {
            return new Div(number.kind() == Kind.COUNT ? leads(result, BoardPart.NUMERATOR, result.n()) : all);
        }
        return new Div(leads(result, BoardPart.NUMERATOR, result.n()), new Span(" " + texts.text("of") + " "), all);
    }

    private Component running(NumberResult result) {
        return leads(result, BoardPart.RUNNING, result.running());
    }

    /** A count that opens its leads; none leads nowhere. */
    private Component leads(NumberResult result, BoardPart part, long count) {
        if (count == 0) {
            return new Span(texts.count(count));
        }
        PageLink link =
                new PageLink(state.open(result.id(), result.group(), part).link(), texts.count(count));
        link.getElement().setAttribute("aria-label", texts.text("open." + part.code(), texts.count(count)));
        return link;
    }

    private static Span second(@Nullable String text) {
        Span line = new Span(text);
        line.addClassName("second-line");
        return line;
    }
}
