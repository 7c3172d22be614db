package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.mail.PersonLetter;
import org.leadrelay.nurture.text.TestMailTable.TestMail;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** A text as a mail to whoever tries it: it says so first, and carries no token, so that nothing in it unsubscribes a lead. */
@Component
class TestLetter implements PersonLetter {

    static final String TEMPLATE = "nurture-text-test";

    private static final Wording WORDING = Wording.of(TestLetter.class);

    private final TestMailTable table;
    private final TextPreviews previews;
    private final LeadCards cards;
    private final People people;
    private final LetterTemplates paper;

    TestLetter(TestMailTable table, TextPreviews previews, LeadCards cards, People people, LetterTemplates paper) {
        this.table = table;
        this.previews = previews;
        this.cards = cards;
        this.people = people;
        this.paper = paper;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public AddressedLetter to(Person person, Mail mail) {
        String address = person.email();
        if (address == null || address.isBlank() || !person.active()) {
            return AddressedLetter.nobody("noAddress");
        }
        return table.find(UUID.fromString(mail.key().substring(TEMPLATE.length() + 1)))
                .map(test -> AddressedLetter.to(address, paper.print(content(person, test))))
                .orElseGet(() -> AddressedLetter.nobody("tooOld"));
    }

    private Content content(Person person, TestMail test) {
        Locale locale = person.language().locale();
        TextPreview shown =
                TextPreviews.preview(test.content(), previews.reader(test.language(), card(person, test.leadId())));
        String path = test.key().path(test.language());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                shown.lead() == null
                        ? WORDING.text(locale, "test.stranger", path)
                        : WORDING.text(locale, "test.lead", path, shown.lead()));
        paragraphs.addAll(shown.paragraphs());
        paragraphs.add(WORDING.text(locale, "test.footer"));
        return new Content(
                test.language().code(),
                WORDING.text(locale, "test.subject", shown.subject()),
                paragraphs,
                List.of(),
                null,
                null);
    }

    /** With what the person may see when it leaves; else as a stranger would read it. */
    private @Nullable LeadCard card(Person person, @Nullable UUID lead) {
        if (lead == null) {
            return null;
        }
        Actor actor = people.actor(person);
        try {
            return cards.card(lead, actor);
        } catch (NotFound gone) {
            return null;
        }
    }
}
