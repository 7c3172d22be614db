package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.NumberResult;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;

/** Matrix of fit and maturity with what became of the leads of each cell. */
final class CriteriaGrid extends Div {

    /** What the matrix decided, each of which is a number of the board. */
    private static final Set<String> ROUTES =
            Set.of("criteria.handOff", "criteria.qualify", "criteria.nurture", "criteria.disqualify");

    private final BoardTexts texts;
    private final BoardState state;
    private final List<BoardNumber> numbers;
    private final List<NumberResult> cells;

    CriteriaGrid(BoardTexts texts, BoardState state, List<BoardNumber> all, BoardResult result) {
        this.texts = texts;
        this.state = state;
        BoardNumber joint = all.get(0);
        numbers = all.subList(1, all.size());
        cells = result.numbers().stream()
                .filter(each -> each.group() != null && !each.id().equals(joint.id()))
                .toList();
        addClassName("board-page");
        SortedSet<String> fits = new TreeSet<>();
        SortedSet<String> maturities = new TreeSet<>();
        cells.stream().map(NumberResult::group).filter(Objects::nonNull).forEach(cell -> {
            if (!cell.equals(Grouping.UNKNOWN) && cell.length() > 1) {
                fits.add(cell.substring(0, 1));
                maturities.add(cell.substring(1));
            }
        });
        if (fits.isEmpty()) {
            add(new EmptyState(texts.text("nothing"), texts.text("nothing.why")));
            return;
        }
        add(new JointNumber(texts, state, joint, BoardPage.of(result, joint)));
        Paragraph what = new Paragraph(texts.text("grid.what"));
        what.addClassName("secondary");
        add(new H2(texts.text("grid")), what, grid(fits, maturities));
        UnorderedList definitions = new UnorderedList();
        numbers.forEach(each -> definitions.add(
                new ListItem(each.words(texts.locale()) + ": " + texts.definition(each, result.horizon()))));
        add(new NativeDetails(texts.text("definitions"), definitions));
    }

    private Div grid(SortedSet<String> fits, SortedSet<String> maturities) {
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", texts.text("grid"));
        NativeTableRow head = new NativeTableRow();
        head.add(header("col", texts.text("grid.fit")));
        maturities.forEach(each -> head.add(header("col", texts.text("grid.maturity", each))));
        table.getHead().add(head);
        for (String fit : fits) {
            NativeTableRow row = new NativeTableRow();
            row.add(header("row", texts.text("grid.fit.of", fit)));
            maturities.forEach(each -> row.add(cell(fit + each)));
            table.getBody().add(row);
        }
        Div scrolling = new Div(table);
        scrolling.addClassNames("criteria-grid", "figures");
        // a region that scrolls is reached with the keyboard, too
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", texts.text("grid"));
        return scrolling;
    }

    private NativeTableCell cell(String code) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(new Span(code));
        List<Div> lines = numbers.stream()
                .flatMap(number -> cells.stream()
                        .filter(each -> each.id().equals(number.id()) && code.equals(each.group()))
                        .flatMap(each -> line(number, each)))
                .toList();
        if (lines.isEmpty()) {
            Span none = new Span(texts.text("grid.none"));
            none.addClassName("second-line");
            cell.add(none);
        }
        lines.forEach(cell::add);
        return cell;
    }

    /** In words, with a link to its leads; a route that none of them took is left out. */
    private Stream<Div> line(BoardNumber number, NumberResult result) {
        boolean route = ROUTES.contains(number.id());
        if (route && result.n() == 0) {
            return Stream.empty();
        }
        Span name = new Span(number.words(texts.locale()));
        name.addClassName("second-line");
        Div line = new Div(name);
        line.addClassName("criteria-line");
        if (!route) {
            line.add(new Span(texts.said(number, result)));
        }
        if (result.d() > 0 && number.kind() == Kind.SHARE) {
            line.add(new PageLink(
                    state.open(result.id(), result.group(), route ? BoardPart.NUMERATOR : BoardPart.DENOMINATOR)
                            .link(),
                    texts.text("grid.rows", texts.count(result.n()), texts.count(result.d()))));
        }
        return Stream.of(line);
    }

    private static NativeTableHeaderCell header(String scope, String text) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
