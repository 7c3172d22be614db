package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.ui.component.SaidTexts;
import org.leadrelay.worklist.TypedText;

/** Lists of the attempts to reach a lead, and of the comments and notes about it, newest first. Shows nothing for none. */
class SaidList extends Div {

    private static final long serialVersionUID = 1L;

    /** Fields that the product's own forms have; another is called as its form called it. */
    private static final Set<String> KNOWN =
            Set.of("note", "otherReason", "answer", "grounds", TypedText.QUESTION, TypedText.COMMENT);

    private final LeadServices desk;

    SaidList(LeadServices desk) {
        this.desk = desk;
        addClassName("said-list");
    }

    void show(UUID leadId) {
        removeAll();
        List<TimelineLine> attempts = desk.attempts(leadId, getLocale());
        if (!attempts.isEmpty()) {
            UnorderedList list = new UnorderedList();
            attempts.forEach(each -> list.add(
                    new ListItem(new Span(each.sentence()), desk.times().shown(each.at(), getLocale()))));
            add(new H3(getTranslation("said.attempts", attempts.size())), list);
        }
        List<TypedText> texts = desk.texts().of(leadId);
        if (!texts.isEmpty()) {
            SaidTexts list = new SaidTexts(desk.times());
            texts.forEach(each -> list.add(desk.name(each.person()), label(each), each.from(), each.at(), each.text()));
            add(new H3(getTranslation("said.texts", texts.size())), list);
        }
    }

    private String label(TypedText text) {
        return KNOWN.contains(text.field()) ? getTranslation("said." + text.field()) : text.label();
    }
}
