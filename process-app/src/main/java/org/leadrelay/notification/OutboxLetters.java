package org.leadrelay.notification;

import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterWriter;
import org.leadrelay.mail.OutboxTable.Mail;
import org.springframework.stereotype.Component;

/** Letter writer of the outbox: to a lead, or to a person. */
@Component
public class OutboxLetters implements LetterWriter {

    private final TouchLetters touches;
    private final NoticeLetters notices;
    private final People people;

    OutboxLetters(TouchLetters touches, NoticeLetters notices, People people) {
        this.touches = touches;
        this.notices = notices;
        this.people = people;
    }

    @Override
    public AddressedLetter write(Mail mail) {
        UUID lead = mail.leadId();
        if (lead != null) {
            return touches.to(lead, mail.template());
        }
        String login = mail.login();
        return login == null
                ? AddressedLetter.nobody("noAddress")
                : people.find(login)
                        .map(person -> notices.to(person, mail.key()))
                        .orElseGet(() -> AddressedLetter.nobody("noAddress"));
    }
}
