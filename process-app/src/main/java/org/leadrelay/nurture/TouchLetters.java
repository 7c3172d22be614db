package org.leadrelay.nurture;

import java.util.List;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LeadLetters;
import org.leadrelay.mail.Letter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.mail.LetterText;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.nurture.text.TouchTexts;
import org.leadrelay.nurture.text.TouchTexts.TouchText;
import org.springframework.stereotype.Component;

/**
 * Letters to leads, from the texts in force, with the links by which their receiver
 * unsubscribes and reads on, and the envelope sender by which a bounce is known.
 */
@Component
class TouchLetters implements LeadLetters {

    private final TouchAddressees addressees;
    private final TouchTexts texts;
    private final MailTokenTable tokens;
    private final LetterTemplates paper;
    private final TouchFrame frame;

    TouchLetters(
            TouchAddressees addressees,
            TouchTexts texts,
            MailTokenTable tokens,
            LetterTemplates paper,
            TouchFrame frame) {
        this.addressees = addressees;
        this.texts = texts;
        this.tokens = tokens;
        this.paper = paper;
        this.frame = frame;
    }

    /** Asked when the mail leaves: an objection, a wish, a bounce or another text since it was written counts. */
    @Override
    public AddressedLetter to(Mail mail) {
        TouchAddressees.Addressed found = addressees.of(mail);
        TouchAddressee to = found.addressee();
        return to == null ? AddressedLetter.nobody(found.why()) : to(mail, to);
    }

    private AddressedLetter to(Mail mail, TouchAddressee to) {
        return texts.write(to.card(), mail.template())
                .map(text -> {
                    CarriedTokens carried = tokens.of(mail, to, frame.page(mail.template()));
                    return AddressedLetter.to(
                            to.email(),
                            letter(text, carried),
                            frame.headers(to.card(), carried),
                            new LetterText(text.path(), text.locale().getLanguage(), text.version()));
                })
                .orElseGet(() -> AddressedLetter.nobody(MailRefusal.TEXT_INCOMPLETE.code()));
    }

    private Letter letter(TouchText text, CarriedTokens carried) {
        return paper.print(new Content(
                text.locale().getLanguage(),
                text.subject(),
                text.paragraphs(),
                List.of(),
                frame.unsubscribe(carried, text.locale()),
                frame.invitation(carried, text.link(), text.locale())));
    }
}
