package org.leadrelay.ui.lead;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leadrelay.lead.ConsentCases;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadClaims;
import org.leadrelay.lead.OldFact;
import org.leadrelay.nurture.MailStandings;
import org.leadrelay.ui.component.FactLabels;
import org.leadrelay.ui.component.FactValue;
import org.leadrelay.ui.component.FieldErrors;

/** List of a lead's facts with their provenance, edited in place. */
class FactList extends Div {

    private static final long serialVersionUID = 1L;

    private final LeadServices desk;
    private final LeadClaims claims;
    private final ConsentCases cases;
    private final MailStandings mail;
    private final Runnable changed;
    private final FactLabels labels = new FactLabels(this);
    private boolean editing;

    FactList(LeadServices desk, LeadClaims claims, ConsentCases cases, MailStandings mail, Runnable changed) {
        this.desk = desk;
        this.claims = claims;
        this.cases = cases;
        this.mail = mail;
        this.changed = changed;
        addClassName("fact-list");
    }

    boolean editing() {
        return editing;
    }

    void show(LeadCard card) {
        editing = false;
        removeAll();
        if (card.facts().isEmpty()) {
            add(new Paragraph(getTranslation("facts.none")));
        }
        FactGroup.of(card.facts()).forEach(group -> add(group(card, group)));
        Set<String> known = card.facts().stream().map(FactView::name).collect(Collectors.toSet());
        claims(card, name -> !known.contains(name), this);
        add(new H3(getTranslation("facts.consents")));
        add(new ConsentList(card, desk, cases, changed));
        add(new MailStandingList(card, desk, mail, changed));
        if (!card.oldFacts().isEmpty()) {
            UnorderedList old = new UnorderedList();
            card.oldFacts().forEach(each -> old.add(old(each)));
            add(new Details(getTranslation("facts.old", card.oldFacts().size()), old));
        }
        if (card.captures().size() > 1 || card.journeys().size() > 1) {
            UnorderedList captures = new UnorderedList();
            card.captures()
                    .forEach(each -> captures.add(new ListItem(
                            new Span(getTranslation("facts.capture", each.kind(), each.origin()) + " "),
                            desk.times().shown(each.at(), getLocale()))));
            add(new Details(getTranslation("facts.captures", card.captures().size()), captures));
        }
    }

    /** Where they came from is said once above them. */
    private Div group(LeadCard card, FactGroup group) {
        Div facts = new Div(new Provenance(desk, from(group.facts().get(0)), group.person(), group.at()));
        facts.addClassName("fact-group");
        group.facts().forEach(fact -> {
            facts.add(line(card, fact));
            claims(card, fact.name()::equals, facts);
        });
        return facts;
    }

    /** The task in which it was answered says more than that it was one. */
    private String from(FactView fact) {
        return fact.step() == null ? fact.source() : getTranslation("facts.task", fact.step());
    }

    private Div line(LeadCard card, FactView fact) {
        Span label = new Span(labels.of(fact));
        label.addClassName("fact-label");
        FactValue value = new FactValue(fact, desk.times());
        value.addClassName("fact-value");
        Div line = new Div(label, value);
        line.addClassName("fact");
        if (desk.mayWork() && LeadServices.mayChange(fact)) {
            Button edit = new Button(VaadinIcon.PENCIL.create());
            edit.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            edit.setAriaLabel(getTranslation("facts.correct", labels.of(fact)));
            edit.setTooltipText(getTranslation("facts.correct", labels.of(fact)));
            edit.addClickListener(click -> edit(card, fact, line));
            line.add(edit);
        }
        return line;
    }

    private void claims(LeadCard card, Predicate<String> about, HasComponents place) {
        card.claims().stream().filter(each -> about.test(each.name())).forEach(each -> {
            ClaimLine line = new ClaimLine(each, desk.times().shown(each.at(), getLocale()));
            if (desk.mayWork()) {
                line.decidedBy(
                        each,
                        () -> decide(() -> desk.take(claims, card, each)),
                        () -> decide(() -> desk.dismiss(claims, card, each)));
            }
            place.add(line);
        });
    }

    private void decide(Runnable decision) {
        new FieldErrors().tried(decision);
        changed.run();
    }

    private void edit(LeadCard card, FactView fact, Div line) {
        editing = true;
        FactInput field = new FactInput(labels.of(fact));
        field.show(fact, desk.choices(fact));
        field.focus();
        FieldErrors refusals = new FieldErrors().field(fact.name(), field);
        Button save = new Button(getTranslation("common.save"), click -> {
            if (refusals.tried(() -> desk.correct(card.id(), fact.name(), field.value()))) {
                changed.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        save.addClickShortcut(Key.ENTER).listenOn(line);
        Button cancel = new Button(getTranslation("common.cancel"), click -> show(card));
        cancel.addThemeVariants(ButtonVariant.LUMO_SMALL);
        cancel.addClickShortcut(Key.ESCAPE).listenOn(line);
        line.removeAll();
        line.add(field, new Div(save, cancel));
    }

    private ListItem old(OldFact fact) {
        return new ListItem(
                new Span(getTranslation(
                        "facts.was",
                        labels.of(fact),
                        fact.value() == null ? "–" : fact.value(),
                        desk.name(fact.replacedBy()))),
                new Provenance(desk, fact.source(), fact.person(), fact.at()));
    }
}
