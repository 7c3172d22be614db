package org.leadrelay.ui.board;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.words.BoardWords;

/** Section of one number that is split into groups: the joint row first, then its groups. */
final class NumberSection extends Section {

    private final BoardTexts texts;
    private final BoardState state;
    private final BoardNumber number;

    /**
     * @param whole the number without its split; empty where it is always split
     */
    NumberSection(
            BoardTexts texts,
            BoardState state,
            BoardNumber number,
            List<NumberResult> groups,
            List<NumberResult> whole,
            Duration horizon) {
        this.texts = texts;
        this.state = state;
        this.number = number;
        Grouping by = BoardWords.splitBy(number, state.filter().group());
        setId("number-" + number.id());
        addClassName("board-section");
        String name = by == null ? texts.text("column.number") : by.label(texts.locale());
        boolean rankable = groups.stream().allMatch(NumberResult::rankable);
        Paragraph definition = new Paragraph(texts.definition(number, horizon));
        definition.addClassName("secondary");
        add(new H2(number.words(texts.locale())), definition);
        long rated = groups.stream().filter(each -> each.value() != null).count();
        if (number.kind() == Kind.SHARE && rated > 1 && !rankable) {
            Paragraph apart = new Paragraph(texts.text("noOrder"));
            apart.addClassName("board-no-order");
            add(apart);
        }
        NumberTable table =
                new NumberTable(texts, state, number.words(texts.locale()), name, IntervalBar.scale(groups));
        table.sorts(name, rankable && number.kind() == Kind.SHARE);
        whole.forEach(each -> table.row(strong(name(each)), number, each));
        groups.stream()
                .sorted(order(state.order(), rankable))
                .forEach(each -> table.row(new Span(name(each)), number, each));
        add(table);
    }

    private Comparator<NumberResult> order(GroupOrder asked, boolean rankable) {
        Comparator<NumberResult> bySize =
                Comparator.comparingLong(NumberResult::d).reversed();
        return switch (asked) {
            case NAME -> Comparator.comparing(this::name, Collator.getInstance(texts.locale()));
            case RUNNING -> Comparator.comparingLong(NumberResult::running).reversed();
            case RATE ->
                rankable ? Comparator.comparingDouble(NumberSection::rate).reversed() : bySize;
            case SIZE -> bySize;
        };
    }

    private String name(NumberResult result) {
        return texts.group(number, state, result.group());
    }

    private static HtmlComponent strong(String text) {
        HtmlComponent strong = new HtmlComponent("strong");
        strong.getElement().setText(text);
        return strong;
    }

    private static double rate(NumberResult result) {
        Double value = result.value();
        return value == null ? -1 : value;
    }
}
