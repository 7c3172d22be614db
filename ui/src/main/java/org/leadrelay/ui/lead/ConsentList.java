package org.leadrelay.ui.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.leadrelay.lead.ConsentCases;
import org.leadrelay.lead.ConsentView;
import org.leadrelay.lead.ConsentWhy;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;

/**
 * List of consents and objections of a lead: which one decides each channel, why no other one does, and the
 * claims about which a person decides.
 */
class ConsentList extends Div {

    private static final long serialVersionUID = 1L;

    private final LeadServices desk;
    private final ConsentCases cases;
    private final Runnable changed;

    ConsentList(LeadCard card, LeadServices desk, ConsentCases cases, Runnable changed) {
        this.desk = desk;
        this.cases = cases;
        this.changed = changed;
        addClassName("consent-list");
        add(new Paragraph(reach(card)));
        UnorderedList list = new UnorderedList();
        card.consents().forEach(each -> list.add(line(card, each)));
        add(list);
        if (desk.mayWork()) {
            Button record = new Button(getTranslation("consent.open"), click -> ask(card));
            record.addThemeVariants(ButtonVariant.LUMO_SMALL);
            add(record);
        }
    }

    private String reach(LeadCard card) {
        return card.permitted().isEmpty()
                ? getTranslation("lead.reach.none")
                : getTranslation(
                        "facts.reach",
                        String.join(
                                ", ",
                                card.permitted().stream()
                                        .map(each -> channel(each.name()))
                                        .sorted()
                                        .toList()));
    }

    private void ask(LeadCard card) {
        new ConsentDialog(card.name(), said -> {
                    desk.life().consent(card.id(), said, "person");
                    Toasts.done(getTranslation("consent.done"));
                    changed.run();
                })
                .open();
    }

    private ListItem line(LeadCard card, ConsentView consent) {
        Span what = new Span(getTranslation(
                consent.given() ? "facts.consent" : "facts.objection",
                channel(consent.channel().name()),
                consent.purpose(),
                consent.basis()));
        what.addClassName(consent.given() ? "consent" : "objection");
        Span kind = new Span(getTranslation("consent.kind." + consent.kind().name()));
        ListItem line =
                new ListItem(what, kind, new Provenance(desk, consent.source(), consent.person(), consent.at()));
        if (consent.wording() != null) {
            line.add(second(getTranslation("consent.words", consent.wording())));
        }
        Div weight = second(getTranslation("consent.weight." + weight(consent)));
        weight.addClassName(consent.decides() ? "decides" : "weighs-less");
        line.add(weight);
        if (consent.toDecide() && desk.mayDecide()) {
            line.add(decision(card, consent));
        }
        return line;
    }

    private static String weight(ConsentView consent) {
        ConsentWhy why = consent.why();
        return why == null ? "DECIDES" : why.name();
    }

    private static Div second(String text) {
        Div second = new Div(text);
        second.addClassName("second-line");
        return second;
    }

    private Div decision(LeadCard card, ConsentView claim) {
        Button own = new Button(
                getTranslation("claim.confirm"),
                click -> new ClaimDialog(card.name(), (wording, source) -> {
                            cases.confirm(
                                    claim.id(), wording, source, desk.person().get());
                            Toasts.done(getTranslation("claim.confirmed"));
                            changed.run();
                        })
                        .open());
        Button not = new Button(
                getTranslation("claim.dismiss"),
                click -> ConfirmDialogs.before(
                        getTranslation("claim.dismiss.ask"),
                        getTranslation("claim.dismiss.consequence"),
                        getTranslation("claim.dismiss"),
                        () -> {
                            cases.dismiss(claim.id(), desk.person().get());
                            Toasts.done(getTranslation("claim.dismissed"));
                            changed.run();
                        }));
        own.addThemeVariants(ButtonVariant.LUMO_SMALL);
        not.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div decision = new Div(own, not);
        decision.addClassName("claim-decision");
        return decision;
    }

    private String channel(String name) {
        return getTranslation("channel." + name.toLowerCase(Locale.ROOT));
    }
}
