package org.leadrelay.ui.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
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
        TextDifference.of(before.file(), after.file()).forEach(each -> shown.add(part(each)));
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
