package org.leadrelay.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Letters to leads, from the texts in {@code mail/letters*.properties}. */
@Component
class TouchLetters {

    private static final Wording WORDING = Wording.named("mail.letters");

    private static final Set<String> GERMAN = Set.of("DE", "AT", "CH", "LI");

    private final LeadCards cards;
    private final LetterTemplates paper;

    TouchLetters(LeadCards cards, LetterTemplates paper) {
        this.cards = cards;
        this.paper = paper;
    }

    /** Asked when the mail leaves: an objection since it was written counts. */
    AddressedLetter to(UUID leadId, String template) {
        LeadCard card;
        try {
            card = cards.card(leadId);
        } catch (NotFound gone) {
            return AddressedLetter.nobody("leadGone");
        }
        String address = card.email();
        if (!card.permitted().contains(Channel.MAIL)) {
            return AddressedLetter.nobody("mailNotPermitted");
        }
        if (address == null) {
            return AddressedLetter.nobody("noAddress");
        }
        String name = card.firstName() == null ? card.name() : card.firstName();
        Locale locale = locale(card.country());
        List<String> paragraphs =
                Arrays.asList(text(template, "text", name, locale).split("\n\n", -1));
        return AddressedLetter.to(
                address,
                paper.print(new Content(
                        locale.getLanguage(), text(template, "subject", name, locale), paragraphs, List.of(), null)));
    }

    /** The language to write in to somebody in a country (two letters). */
    private static Locale locale(@Nullable String country) {
        return country != null && GERMAN.contains(country) ? Locale.GERMAN : Locale.ENGLISH;
    }

    private String text(String template, String part, String name, Locale locale) {
        return WORDING.find(locale, template + "." + part, name)
                .orElseGet(() -> WORDING.text(locale, "touch." + part, name));
    }
}
