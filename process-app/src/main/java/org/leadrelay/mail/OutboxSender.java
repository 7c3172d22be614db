package org.leadrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.mail.OutboxTable.Mail;
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
 * Sender of the transactional outbox with back-off; one mail in one transaction, at least once, with a stable
 * message id. A mail that was handed over just before a crash leaves a second time with the same message id, by
 * which the receiver knows it. Without a mail server in the configuration everything is kept.
 */
@Component
class OutboxSender implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final OutboxTable outbox;
    private final LetterWriter letters;
    private final MailComposer envelope;
    private final ObjectProvider<JavaMailSender> server;
    private final Clock clock;

    /** What a person should have done a week ago is no news; it stands in the bell. */
    private final Duration keep;

    private final TransactionTemplate own;

    OutboxSender(
            OutboxTable outbox,
            LetterWriter letters,
            MailComposer envelope,
            ObjectProvider<JavaMailSender> server,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.letters = letters;
        this.envelope = envelope;
        this.server = server;
        this.keep = settings.keep();
        this.clock = clock;
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

    /** The first mail that waits for an opening; one that waits for its server is no reason. */
    @Override
    public Optional<Instant> nextDue(Instant after) {
        return server.getIfAvailable() == null ? Optional.empty() : outbox.nextLeaving(after);
    }

    private Result next(JavaMailSender sender) {
        Optional<Mail> due = outbox.next();
        if (due.isEmpty()) {
            return Result.NOTHING_DUE;
        }
        Mail mail = due.get();
        if (mail.login() != null && mail.createdAt().plus(keep).isBefore(clock.instant())) {
            outbox.done(mail, "dropped", "tooOld");
            return Result.NOT_SENT;
        }
        AddressedLetter written = letters.write(mail);
        String address = written.address();
        Letter letter = written.letter();
        if (address == null || letter == null) {
            outbox.done(mail, "dropped", written.reason());
            return Result.NOT_SENT;
        }
        try {
            sender.send(envelope.close(sender, mail.key(), address, letter));
            outbox.done(mail, "sent", null);
            return Result.SENT;
        } catch (MailException | MessagingException failure) {
            return failed(mail, failure);
        }
    }

    private Result failed(Mail mail, Exception failure) {
        if (isRefused(failure)) {
            outbox.failed(mail, "refused", kind(failure));
            LOG.warn("Mail {} was refused by the mail server for good.", mail.id());
            return Result.NOT_SENT;
        }
        Duration wait = Duration.ofSeconds(30L << Math.min(mail.tries(), 10));
        outbox.later(mail, wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait, "serverDown", kind(failure));
        LOG.warn("The mail server did not take mail {}; it is kept: {}", mail.id(), kind(failure));
        return Result.SERVER_DOWN;
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

    /** The kind only: a mail server's answer may quote the address. */
    private static String kind(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String outer = failure.getClass().getSimpleName();
        return cause == failure ? outer : outer + ": " + cause.getClass().getSimpleName();
    }
}
