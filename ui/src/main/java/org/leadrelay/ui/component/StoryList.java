package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.platform.Page;

/** Timeline of a lead in sentences, newest first, a page at a time. */
public class StoryList extends Div {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 40;

    /** Where the lines come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * @param element only what happened at this element of a model; null asks for all
         */
        Page<TimelineLine> page(Chapter chapter, @Nullable String element, int offset, int limit);
    }

    /** What else is shown at a line, for those who read more than the sentence. */
    @FunctionalInterface
    public interface Margin {

        Component of(TimelineLine line);
    }

    private final Times times;
    private final Source source;
    private final @Nullable Margin margin;
    private final Select<Chapter> chapter = new Select<>();
    private final Button anyElement = new Button();
    private final Div days = new Div();
    private final Button more = new Button();
    private @Nullable String element;
    private @Nullable LocalDate day;
    private UnorderedList list = new UnorderedList();
    private int shown;

    public StoryList(Times times, Source source) {
        this(times, source, null);
    }

    /**
     * @param margin what stands below each sentence; null for nothing
     */
    public StoryList(Times times, Source source, @Nullable Margin margin) {
        this.times = times;
        this.source = source;
        this.margin = margin;
        addClassName("story");
        chapter.setItems(Chapter.values());
        chapter.setItemLabelGenerator(each -> getTranslation(each.key()));
        chapter.setAriaLabel(getTranslation("story.chapter"));
        chapter.setValue(Chapter.HIGHLIGHTS);
        chapter.addValueChangeListener(event -> again());
        anyElement.addThemeVariants(ButtonVariant.LUMO_SMALL);
        anyElement.addClickListener(event -> at(null, null));
        anyElement.setVisible(false);
        more.setText(getTranslation("story.more"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(event -> next());
        Div bar = new Div(chapter, anyElement);
        bar.addClassName("story-bar");
        add(bar, days, more);
        again();
    }

    /** Tells only what happened at one element of a model; null tells everything again. */
    public void at(@Nullable String elementId, @Nullable String name) {
        element = elementId;
        anyElement.setVisible(elementId != null);
        anyElement.setText(
                elementId == null ? "" : getTranslation("story.only", name == null ? elementId : name) + "  ✕");
        if (elementId != null && chapter.getValue() != Chapter.ALL) {
            chapter.setValue(Chapter.ALL);
        } else {
            again();
        }
    }

    /** Reads the story anew. */
    public final void again() {
        days.removeAll();
        day = null;
        shown = 0;
        next();
    }

    private void next() {
        Page<TimelineLine> page = source.page(chapter.getValue(), element, shown, AT_ONCE);
        shown += page.items().size();
        page.items().forEach(this::tell);
        if (shown == 0) {
            days.add(new Paragraph(getTranslation("story.empty")));
        }
        more.setVisible(shown < page.total() && !page.items().isEmpty());
    }

    private void tell(TimelineLine line) {
        ZonedDateTime at = line.at().atZone(times.zone());
        if (!at.toLocalDate().equals(day)) {
            day = at.toLocalDate();
            list = new UnorderedList();
            days.add(new H3(Times.fullDay(day, getLocale())), list);
        }
        Span when = new Span(times.time(line.at(), getLocale()));
        when.addClassNames("when", "figures");
        when.setTitle(times.exact(line.at(), getLocale()));
        Div told = new Div(new Span(line.sentence()));
        line.typed().forEach(each -> told.add(typed(each)));
        if (margin != null) {
            told.add(margin.of(line));
        }
        ListItem item = new ListItem(when, told);
        item.addClassName("kind-" + line.kind());
        list.add(item);
    }

    /** What somebody typed, beside the sentence in which it happened. */
    private static Div typed(TimelineLine.Typed typed) {
        Span label = new Span(typed.label());
        label.addClassName("typed-label");
        Span text = new Span(typed.text());
        text.addClassName("typed-text");
        Div whole = new Div(label, text);
        whole.addClassName("typed");
        return whole;
    }

    /** The lines that are shown, for whoever tests. */
    List<String> sentences() {
        return days.getChildren()
                .filter(UnorderedList.class::isInstance)
                .flatMap(each -> each.getChildren())
                .map(each -> each.getElement().getTextRecursively())
                .toList();
    }
}
