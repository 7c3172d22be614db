package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.SoFar;

/** Both sides' case, side by side, and how earlier ones of the same reason were judged. */
class DisputeCase extends Div {

    private static final long serialVersionUID = 1L;

    private final Times times;

    DisputeCase(SoFar.Dispute dispute, Times times) {
        this.times = times;
        addClassName("so-far-case");
        Div sides = new Div();
        sides.addClassName("so-far-sides");
        side(sides, "sofar.sales", dispute.sales());
        side(sides, "sofar.marketing", dispute.marketing());
        add(sides);
        if (dispute.precedents() != null) {
            add(precedents(dispute.precedents()));
        }
    }

    private void side(Div sides, String title, SoFar.@Nullable Entry entry) {
        Div side = new Div(SoFarPanel.line("so-far-side", getTranslation(title)));
        if (entry == null) {
            side.add(SoFarPanel.line("so-far-none", getTranslation("sofar.side.none")));
        } else {
            side.add(new SoFarLine(entry, times));
            if (entry.said().isEmpty()) {
                side.add(SoFarPanel.line("so-far-none", getTranslation("sofar.side.noNote")));
            }
        }
        sides.add(side);
    }

    private Component precedents(SoFar.Precedents precedents) {
        Div all = new Div();
        all.addClassName("so-far-precedents");
        String reason = precedents.reason().text();
        if (precedents.ways().isEmpty()) {
            all.add(SoFarPanel.line("so-far-ways", getTranslation("sofar.precedents.none", reason)));
            return all;
        }
        String ways = precedents.ways().stream()
                .map(each -> getTranslation("sofar.way", each.text(), each.count()))
                .collect(Collectors.joining(", "));
        all.add(SoFarPanel.line("so-far-ways", getTranslation("sofar.precedents", reason, ways)));
        UnorderedList list = new UnorderedList();
        precedents.newest().forEach(each -> list.add(new ListItem(precedent(each))));
        all.add(list);
        return all;
    }

    private Component precedent(SoFar.Precedent precedent) {
        Div head = new Div(times.shown(precedent.at(), getLocale()));
        head.addClassName("so-far-who");
        if (precedent.leadId() != null && precedent.lead() != null) {
            head.add(LeadNavigation.link(precedent.leadId(), precedent.lead()));
        }
        Span outcome = new Span(precedent.text());
        outcome.addClassName("so-far-outcome");
        head.add(outcome);
        Div whole = new Div(head);
        if (precedent.grounds() != null) {
            whole.add(SoFarPanel.line("so-far-words", precedent.grounds()));
        }
        return whole;
    }
}
