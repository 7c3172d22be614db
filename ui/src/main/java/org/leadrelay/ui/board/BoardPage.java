package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.ui.component.EmptyState;

/** Body of a board: the joint number, the numbers that stand alone, and those that are split. */
final class BoardPage extends Div {

    private final BoardTexts texts;
    private final BoardState state;
    private final BoardResult result;

    /**
     * @param whole the same without the split that was asked for
     */
    BoardPage(BoardTexts texts, BoardState state, List<BoardNumber> numbers, BoardResult result, BoardResult whole) {
        this.texts = texts;
        this.state = state;
        this.result = result;
        addClassName("board-page");
        if (isEmpty(result)) {
            add(new EmptyState(texts.text("nothing"), texts.text("nothing.why")));
            return;
        }
        BoardNumber joint = numbers.get(0);
        add(new JointNumber(texts, state, joint, of(result, joint)));
        List<BoardNumber> alone = new ArrayList<>();
        List<BoardNumber> split = new ArrayList<>();
        numbers.stream().skip(1).forEach(each -> (isSplit(each) ? split : alone).add(each));
        if (!alone.isEmpty()) {
            add(table(alone));
        }
        split.forEach(each -> add(new NumberSection(
                texts,
                state,
                each,
                of(result, each),
                each.grouping() == null ? of(whole, each) : List.of(),
                result.horizon())));
    }

    /** Whether no lead came in with these filters. */
    static boolean isEmpty(BoardResult result) {
        return result.numbers().stream().allMatch(each -> each.d() == 0 && each.running() == 0 && each.gap() == 0);
    }

    static List<NumberResult> of(BoardResult result, BoardNumber number) {
        return result.numbers().stream()
                .filter(each -> each.id().equals(number.id()))
                .toList();
    }

    /** Not every number can be split by what was asked for; its result then is one and has no group. */
    private boolean isSplit(BoardNumber number) {
        return BoardWords.splitBy(number, state.filter().group()) != null
                && of(result, number).stream().anyMatch(each -> each.group() != null);
    }

    private Section table(List<BoardNumber> alone) {
        String caption = state.board().label(texts.locale());
        NumberTable table = new NumberTable(
                texts,
                state,
                caption,
                texts.text("column.number"),
                IntervalBar.scale(alone.stream()
                        .flatMap(each -> of(result, each).stream())
                        .toList()));
        for (BoardNumber each : alone) {
            of(result, each).forEach(one -> table.row(name(each, one), each, one));
        }
        Section section = new Section(new H2(caption), table, definitions(alone));
        section.addClassName("board-section");
        return section;
    }

    private NativeDetails definitions(List<BoardNumber> numbers) {
        UnorderedList all = new UnorderedList();
        numbers.forEach(each ->
                all.add(new ListItem(each.words(texts.locale()) + ": " + texts.definition(each, result.horizon()))));
        return new NativeDetails(texts.text("definitions"), all);
    }

    private Div name(BoardNumber number, NumberResult one) {
        String words = number.words(texts.locale());
        Span name = new Span(one.group() == null ? words : words + ", " + texts.group(number, state, one.group()));
        Span what = new Span(number.numeratorWords(texts.locale()));
        what.addClassName("second-line");
        Div cell = new Div(name, what);
        cell.setId("number-" + number.id() + (one.group() == null ? "" : "-" + one.group()));
        cell.addClassName("board-name");
        return cell;
    }
}
