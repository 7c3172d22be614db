package org.leadrelay.ui.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.nurture.text.MergeField;
import org.leadrelay.nurture.text.TextContent;
import org.leadrelay.nurture.text.TextDifference;
import org.leadrelay.nurture.text.TextDifference.Part;

/** What a text says otherwise than the one in force, word by word. */
final class ComparisonPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final Div shown = new Div();

    ComparisonPanel() {
        addClassName("text-comparison");
        shown.addClassName("text-compared");
        add(new H2(getTranslation("texts.difference")), shown);
    }

    void show(TextContent before, TextContent after) {
        shown.removeAll();
        if (before.equals(after)) {
            Paragraph same = new Paragraph(getTranslation("texts.difference.none"));
            same.addClassName("secondary");
            shown.add(same);
            return;
        }
        TextDifference.of(words(before), words(after)).forEach(each -> shown.add(part(each)));
    }

    /** The whole text as the form calls its parts. */
    private String words(TextContent content) {
        StringBuilder words = new StringBuilder();
        line(words, getTranslation("texts.subject"), content.subject());
        if (content.link() != null) {
            line(words, getTranslation("texts.link"), content.link());
        }
        content.fallbacks()
                .forEach((field, said) -> line(
                        words,
                        getTranslation(
                                "texts.fallback.of",
                                MergeField.of(field)
                                        .map(each -> each.label(getLocale()))
                                        .orElse(field)),
                        said));
        return words.append('\n').append(content.body()).toString();
    }

    private static void line(StringBuilder words, String label, String said) {
        words.append(label).append(": ").append(said).append('\n');
    }

    private static Component part(Part part) {
        return switch (part.change()) {
            case KEPT -> new Span(part.text());
            case REMOVED -> marked("del", part.text());
            case ADDED -> marked("ins", part.text());
        };
    }

    private static Component marked(String tag, String text) {
        HtmlContainer marked = new HtmlContainer(tag);
        marked.setText(text);
        return marked;
    }
}
