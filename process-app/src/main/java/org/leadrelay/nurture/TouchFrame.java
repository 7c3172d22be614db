package org.leadrelay.nurture;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.mail.LetterHeaders;
import org.leadrelay.mail.LetterTemplates.Invitation;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** What stands around the text of a mail to a lead: headers, the link to unsubscribe, and the one that invites to a page. */
@Component
class TouchFrame {

    private static final Wording WORDING = Wording.named("mail.letters");

    private final People people;
    private final MailLinks links;
    private final NurtureSettings settings;

    TouchFrame(People people, MailLinks links, NurtureSettings settings) {
        this.people = people;
        this.links = links;
        this.settings = settings;
    }

    /** The page that a text invites to; null for none. */
    @Nullable
    String page(String template) {
        URI page = settings.pages().get(template);
        return page == null ? null : page.toString();
    }

    Link unsubscribe(CarriedTokens carried, Locale locale) {
        return new Link(
                WORDING.text(locale, "unsubscribe"),
                links.unsubscribe(carried.unsubscribe().text()));
    }

    /**
     * @param words what the link is called, null for the general words
     */
    @Nullable
    Invitation invitation(CarriedTokens carried, @Nullable String words, Locale locale) {
        MailToken click = carried.click();
        MailToken trap = carried.trap();
        return click == null || trap == null
                ? null
                : new Invitation(
                        new Link(words == null ? WORDING.text(locale, "touch.link") : words, links.click(click.text())),
                        links.click(trap.text()));
    }

    LetterHeaders headers(LeadCard card, CarriedTokens carried) {
        String mailbox = settings.bounces().address();
        return new LetterHeaders(
                replyTo(card.owner()),
                links.unsubscribe(carried.unsubscribe().text()),
                mailbox == null ? null : carried.bounce().within(mailbox));
    }

    /** The rep who has the lead reads the answer; where nobody has it, whoever the setting names. */
    private @Nullable String replyTo(@Nullable String owner) {
        return Optional.ofNullable(owner)
                .flatMap(people::find)
                .filter(Person::active)
                .map(Person::email)
                .filter(each -> !each.isBlank())
                .orElse(settings.replyTo());
    }
}
