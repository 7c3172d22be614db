package org.leadrelay.notification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LeadLetters;
import org.leadrelay.mail.LetterWriter;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.mail.PersonLetter;
import org.springframework.stereotype.Component;

/** Letter writer of the outbox: to a lead, or to a person. */
@Component
public class OutboxLetters implements LetterWriter {

    private final LeadLetters touches;
    private final NoticeLetters notices;
    private final Map<String, PersonLetter> others;
    private final People people;

    OutboxLetters(LeadLetters touches, NoticeLetters notices, List<PersonLetter> others, People people) {
        this.touches = touches;
        this.notices = notices;
        this.others =
                others.stream().collect(Collectors.toUnmodifiableMap(PersonLetter::template, Function.identity()));
        this.people = people;
    }

    @Override
    public AddressedLetter write(Mail mail) {
        if (mail.leadId() != null) {
            return touches.to(mail);
        }
        String login = mail.login();
        return login == null
                ? AddressedLetter.nobody("noAddress")
                : people.find(login)
                        .map(person -> to(person, mail))
                        .orElseGet(() -> AddressedLetter.nobody("noAddress"));
    }

    private AddressedLetter to(Person person, Mail mail) {
        PersonLetter other = others.get(mail.template());
        return other == null ? notices.to(person, mail.key()) : other.to(person, mail);
    }
}
