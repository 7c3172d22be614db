package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;

/**
 * Buttons that write to a lead, call it, or copy the address; only for channels that are permitted now. An address of
 * another channel is struck through and says why, see docs/reference/consent.md.
 */
public class ContactButtons extends Div {

    private static final long serialVersionUID = 1L;

    /** In the browser's own click: it lets nobody write to the clipboard later. Without a secure page, the old way. */
    private static final String COPY = """
        this.addEventListener('click', async () => {
            let done = true;
            try {
                await navigator.clipboard.writeText($0);
            } catch (refused) {
                const field = document.createElement('textarea');
                field.value = $0;
                document.body.append(field);
                field.select();
                done = document.execCommand('copy');
                field.remove();
                this.focus();
            }
            this.dispatchEvent(new CustomEvent('copied', {detail: {done}}));
        })\
        """;

    public ContactButtons(LeadCard card) {
        addClassName("contact-buttons");
        if (card.email() != null) {
            add(line(card, Channel.MAIL, card.email(), ContactLinks.mail(card.email())));
        }
        if (card.phone() != null) {
            add(line(card, Channel.CALL, card.phone(), ContactLinks.phone(card.phone())));
        }
        setVisible(getComponentCount() > 0);
    }

    private Div line(LeadCard card, Channel channel, String address, String link) {
        Div line = card.permitted().contains(channel)
                ? new Div(link(channel, address, link), copy(address))
                : new Div(struck(address), why(card, channel));
        line.addClassName("contact");
        return line;
    }

    private Anchor link(Channel channel, String address, String link) {
        boolean mail = channel == Channel.MAIL;
        Anchor anchor = new Anchor(link, (mail ? VaadinIcon.ENVELOPE_O : VaadinIcon.PHONE).create(), new Span(address));
        anchor.addClassName("contact-link");
        anchor.getElement()
                .setAttribute("aria-label", getTranslation(mail ? "contact.mail" : "contact.call", address))
                .setAttribute("router-ignore", true);
        return anchor;
    }

    private Button copy(String address) {
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel(getTranslation("contact.copy", address));
        copy.setTooltipText(getTranslation("contact.copy", address));
        copy.getElement().executeJs(COPY, address);
        copy.getElement()
                .addEventListener("copied", event -> {
                    if (event.getEventData().getBoolean("event.detail.done")) {
                        Toasts.done(getTranslation("contact.copied", address));
                    } else {
                        Toasts.failed(getTranslation("contact.notCopied"));
                    }
                })
                .addEventData("event.detail.done");
        return copy;
    }

    private static Span struck(String address) {
        Span struck = new Span(address);
        struck.addClassName("contact-struck");
        return struck;
    }

    private Span why(LeadCard card, Channel channel) {
        boolean objected =
                card.consents().stream().anyMatch(each -> each.channel() == channel && each.decides() && !each.given());
        Span why = new Span(getTranslation("contact." + (objected ? "objected" : "noConsent") + "."
                + (channel == Channel.MAIL ? "mail" : "call")));
        why.addClassName("contact-why");
        return why;
    }
}
