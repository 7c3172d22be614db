package org.leadrelay.notification;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.ProductException;
import org.springframework.stereotype.Component;

/**
 * Names of leads in mail to people: inside, as long as the recipient may see the lead; in the
 * subject, which a locked phone shows, only when the recipient wants it.
 */
@Component
class LeadNamesInMail {

    private final LeadCards cards;
    private final NoticeWords words;
    private final PersonSettings settings;
    private final People people;

    LeadNamesInMail(LeadCards cards, NoticeWords words, PersonSettings settings, People people) {
        this.cards = cards;
        this.words = words;
        this.settings = settings;
        this.people = people;
    }

    String inSubject(@Nullable UUID lead, Person person, Locale locale) {
        return settings.of(person.login()).namesInTitles()
                ? inside(lead, person, locale)
                : words.text(locale, "noLead");
    }

    String inside(@Nullable UUID lead, Person person, Locale locale) {
        if (lead == null) {
            return words.text(locale, "noLead");
        }
        try {
            return cards.name(lead, people.actor(person)).withCompany();
        } catch (ProductException goneOrNotTheirs) {
            return words.text(locale, "noLead");
        }
    }
}
