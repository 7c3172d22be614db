package org.leadrelay.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.notification.OutboxTable.Mail;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the outbox, one mail in one transaction. A mail that was handed over just before a crash
 * leaves a second time with the same message id, by which the receiver knows it. Without a mail
 * server in the configuration everything is kept.
 */
@Component
class Postman implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final OutboxTable outbox;
    private final Letters letters;
    private final LeadCards cards;
    private final People people;
    private final ObjectProvider<JavaMailSender> server;
    private final TransactionTemplate own;

    Postman(
            OutboxTable outbox,
            Letters letters,
            LeadCards cards,
            People people,
            ObjectProvider<JavaMailSender> server,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.letters = letters;
        this.cards = cards;
        this.people = people;
        this.server = server;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private enum Result {
        NOTHING_DUE,
        SENT,
        NOT_SENT,
        SERVER_DOWN
    }

    /**
     * Sends what is due until nothing is left or the server does not answer; says how many left.
     */
    @Override
    public int sweep() {
        JavaMailSender sender = server.getIfAvailable();
        if (sender == null) {
            return 0;
        }
        int sent = 0;
        while (true) {
            Result result = own.execute(status -> next(sender));
            if (result == null || result == Result.NOTHING_DUE || result == Result.SERVER_DOWN) {
                return sent;
            }
            sent += result == Result.SENT ? 1 : 0;
        }
    }

    private Result next(JavaMailSender sender) {
        Optional<Mail> due = outbox.next();
        if (due.isEmpty()) {
            return Result.NOTHING_DUE;
        }
        Mail mail = due.get();
        Receiver receiver = receiver(mail);
        if (receiver.address() == null) {
            outbox.done(mail, "dropped", receiver.problem());
            return Result.NOT_SENT;
        }
        try {
            sender.send(letters.write(sender, mail.key(), mail.template(), receiver));
            outbox.done(mail, "sent", null);
            return Result.SENT;
        } catch (MailException | MessagingException failure) {
            return failed(mail, failure);
        }
    }

    private Result failed(Mail mail, Exception failure) {
        if (isRefused(failure)) {
            outbox.done(mail, "failed", "refused");
            LOG.warn("Mail {} was refused by the mail server for good.", mail.id());
            return Result.NOT_SENT;
        }
        Duration wait = Duration.ofSeconds(30L << Math.min(mail.tries(), 10));
        outbox.later(mail, wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait, "serverDown");
        LOG.warn("The mail server did not take mail {}; it is kept: {}", mail.id(), kind(failure));
        return Result.SERVER_DOWN;
    }

    /** A mail of its own is refused; anything else is a matter of the server and passes. */
    private static boolean isRefused(Exception failure) {
        if (failure instanceof MailSendException sending) {
            return sending.getFailedMessages().values().stream().anyMatch(Postman::isRefused);
        }
        return failure instanceof AddressException
                || (failure instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }

    /** The kind only: a mail server's answer may quote the address. */
    private static String kind(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    private Receiver receiver(Mail mail) {
        if (mail.leadId() != null) {
            return lead(mail.leadId());
        }
        String login = mail.login();
        Optional<Person> person = login == null ? Optional.empty() : people.find(login);
        return person.filter(Person::active)
                .map(Postman::receiver)
                .orElseGet(() -> Receiver.nobody("noAddress"));
    }

    private static Receiver receiver(Person person) {
        Locale locale = Locale.forLanguageTag(person.locale());
        return new Receiver(person.email(), person.displayName(), locale, "noAddress");
    }

    /** Asked again when the mail leaves: an objection since then counts. */
    private Receiver lead(UUID leadId) {
        LeadCard card;
        try {
            card = cards.card(leadId);
        } catch (NotFound gone) {
            return Receiver.nobody("leadGone");
        }
        if (!card.permitted().contains(Channel.MAIL)) {
            return Receiver.nobody("mailNotPermitted");
        }
        String name = card.firstName() == null ? card.name() : card.firstName();
        return new Receiver(card.email(), name, Letters.locale(card.country()), "noAddress");
    }
}
