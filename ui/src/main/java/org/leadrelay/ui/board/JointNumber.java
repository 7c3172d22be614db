package org.leadrelay.ui.board;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.NumberResult;
import org.leadrelay.ui.component.PageLink;

/** Headline of every board: the number that both sides have together, in each currency. */
final class JointNumber extends Div {

    JointNumber(BoardTexts texts, BoardState state, BoardNumber number, List<NumberResult> joint) {
        addClassName("board-joint");
        Span what = new Span(number.words(texts.locale()));
        what.addClassName("secondary");
        HtmlComponent said = new HtmlComponent("strong");
        said.getElement()
                .setText(joint.stream()
                        .filter(each -> each.value() != null || joint.size() == 1)
                        .map(each -> texts.said(number, each))
                        .collect(joining(" + ")));
        Paragraph figures = new Paragraph();
        figures.addClassNames("figures", "board-joint-figures");
        joint.stream()
                .filter(each -> each.d() > 0)
                .forEach(each -> figures.add(new PageLink(
                        state.open(each.id(), each.group(), BoardPart.DENOMINATOR)
                                .link(),
                        texts.text("joint.of", texts.count(each.d()), texts.group(number, state, each.group())))));
        add(what, said, figures);
    }
}
