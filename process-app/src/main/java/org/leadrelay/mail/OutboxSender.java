package org.leadrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.mail.OutboxDrain.Result;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sender of the transactional outbox over SMTP, at least once, with a stable message id. A mail that was handed over
 * just before a crash leaves a second time with the same message id, by which the receiver knows it. Without a mail
 * server in the configuration everything is kept.
 */
@Component
class OutboxSender implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final OutboxTable outbox;
    private final OutboxResults results;
    private final OutboxDrain drain;
    private final LetterWriter letters;
    private final MailComposer envelope;
    private final ObjectProvider<JavaMailSender> server;
    private final Clock clock;

    /** What a person should have done a week ago is no news; it stands in the bell. */
    private final Duration keep;

    OutboxSender(
            OutboxTable outbox,
            OutboxResults results,
            OutboxDrain drain,
            LetterWriter letters,
            MailComposer envelope,
            ObjectProvider<JavaMailSender> server,
            MailSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.drain = drain;
        this.letters = letters;
        this.envelope = envelope;
        this.server = server;
        this.keep = settings.keep();
        this.results = results;
        this.clock = clock;
    }

    /**
     * Sends what is due until nothing is left or the server does not answer; says how many left.
     */
    @Override
    public int sweep() {
        JavaMailSender sender = server.getIfAvailable();
        return sender == null ? 0 : drain.all(null, this::write, (mail, written) -> send(sender, mail, written));
    }

    /** The first mail that waits for an opening; one that waits for its server is no reason. */
    @Override
    public Optional<Instant> nextDue(Instant after) {
        return server.getIfAvailable() == null ? Optional.empty() : outbox.nextLeaving(after);
    }

    private AddressedLetter write(Mail mail) {
        boolean old = mail.login() != null && mail.createdAt().plus(keep).isBefore(clock.instant());
        return old ? AddressedLetter.nobody("tooOld") : letters.write(mail);
    }

    private Result send(JavaMailSender sender, Mail mail, AddressedLetter written) {
        String address = written.address();
        Letter letter = written.letter();
        if (written.later()) {
            outbox.later(mail, written.reason(), null);
            return Result.NOT_SENT;
        }
        if (address == null || letter == null) {
            results.dropped(mail, String.valueOf(written.reason()));
            return Result.NOT_SENT;
        }
        try {
            sender.send(envelope.close(sender, mail.message(), address, letter, written.headers()));
        } catch (MailException | MessagingException failure) {
            return failed(mail, failure);
        }
        results.sent(mail, written.text());
        return Result.SENT;
    }

    private Result failed(Mail mail, Exception failure) {
        if (isRefused(failure)) {
            results.refused(mail, OutboxDrain.kind(failure));
            LOG.warn("Mail {} was refused by the mail server for good.", mail.id());
            return Result.NOT_SENT;
        }
        outbox.later(mail, "serverDown", OutboxDrain.kind(failure));
        LOG.warn("The mail server did not take mail {}; it is kept: {}", mail.id(), OutboxDrain.kind(failure));
        return Result.RECEIVER_DOWN;
    }

    /** A mail of its own is refused; anything else is a matter of the server and passes. */
    private static boolean isRefused(Exception failure) {
        if (failure instanceof MailSendException sending) {
            return sending.getFailedMessages().values().stream().anyMatch(OutboxSender::isRefused);
        }
        return failure instanceof AddressException
                || (failure instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
