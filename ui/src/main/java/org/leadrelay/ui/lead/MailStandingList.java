package org.leadrelay.ui.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.nurture.MailStanding;
import org.leadrelay.nurture.MailStandings;
import org.leadrelay.ui.component.Toasts;

/** List of what speaks against mail to a lead although it is permitted: an address that fails, and the person's wishes. */
class MailStandingList extends Div {

    private static final long serialVersionUID = 1L;

    private final LeadServices desk;

    MailStandingList(LeadCard card, LeadServices desk, MailStandings standings, Runnable changed) {
        this.desk = desk;
        addClassName("mail-standing");
        MailStanding standing = standings.of(card.id());
        UnorderedList list = new UnorderedList();
        MailStanding.Undeliverable undeliverable = standing.undeliverable();
        if (undeliverable != null) {
            ListItem line = new ListItem(
                    new Span(getTranslation("mail.undeliverable", undeliverable.status(), undeliverable.mails())),
                    new Span(" "),
                    desk.times().shown(undeliverable.since(), getLocale()),
                    second(getTranslation("mail.undeliverable.why")));
            if (desk.mayWork()) {
                line.add(tryAgain(card, standings, changed));
            }
            list.add(line);
        }
        standing.wishes().forEach(each -> list.add(wish(each)));
        if (list.getElement().getChildCount() > 0) {
            add(list);
        }
    }

    private Button tryAgain(LeadCard card, MailStandings standings, Runnable changed) {
        Button again = new Button(getTranslation("mail.again"), click -> {
            standings.tryAgain(card.id(), desk.person().get());
            Toasts.done(getTranslation("mail.again.done"));
            changed.run();
        });
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return again;
    }

    private ListItem wish(MailStanding.Wish wish) {
        return new ListItem(
                new Span(getTranslation("mail.wish." + wish.wish(), wish.track())),
                new Span(" "),
                desk.times().shown(wish.saidAt(), getLocale()),
                second(getTranslation("mail.wish." + wish.wish() + ".why")));
    }

    private static Div second(String text) {
        Div second = new Div(text);
        second.addClassName("second-line");
        return second;
    }
}
