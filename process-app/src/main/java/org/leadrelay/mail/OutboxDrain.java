package org.leadrelay.mail;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.mail.OutboxTable.Claimed;
import org.leadrelay.mail.OutboxTable.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Emptying of the transactional outbox for one receiver, until nothing is due or the receiver does not answer. A mail is claimed for a while,
 * written while no connection is held, for what that asks takes its own, and sent in a transaction that locks its row, so that no
 * other node sends it too.
 */
@Component
public class OutboxDrain {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDrain.class);

    private final OutboxTable outbox;
    private final TransactionTemplate own;

    OutboxDrain(OutboxTable outbox, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What became of a mail. */
    public enum Result {
        NOTHING_DUE,
        SENT,
        NOT_SENT,
        /** The others would not get through either. */
        RECEIVER_DOWN
    }

    /**
     * Sends what is due to one receiver.
     *
     * @param tool null for the mail server
     * @param write outside of a transaction: what it writes down is committed before the mail leaves
     * @param send sends one mail and notes what became of it, in the transaction that holds its row
     * @return how many left
     */
    public <T> int all(@Nullable String tool, Function<Mail, T> write, BiFunction<Mail, T, Result> send) {
        int sent = 0;
        while (true) {
            Result result = attempt(tool, write, send);
            if (result == Result.NOTHING_DUE || result == Result.RECEIVER_DOWN) {
                return sent;
            }
            sent += result == Result.SENT ? 1 : 0;
        }
    }

    /** A mail that cannot be written waits like one that is not taken, and the others leave before it. */
    private <T> Result attempt(@Nullable String tool, Function<Mail, T> write, BiFunction<Mail, T, Result> send) {
        Claimed claimed = Objects.requireNonNull(own.execute(status -> outbox.claim(tool)))
                .orElse(null);
        if (claimed == null) {
            return Result.NOTHING_DUE;
        }
        Mail mail = claimed.mail();
        try {
            T written = write.apply(mail);
            return Objects.requireNonNull(
                    own.execute(status -> outbox.holds(claimed) ? send.apply(mail, written) : Result.NOT_SENT));
        } catch (RuntimeException failure) {
            LOG.error("Mail {} could not be written; it is tried again later.", mail.id(), failure);
            own.executeWithoutResult(status -> {
                if (outbox.holds(claimed)) {
                    outbox.later(mail, "notWritten", kind(failure));
                }
            });
            return Result.NOT_SENT;
        }
    }

    /** The kind of a failure only: what a receiver answers may quote the address. */
    public static String kind(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String outer = failure.getClass().getSimpleName();
        return cause == failure ? outer : outer + ": " + cause.getClass().getSimpleName();
    }
}
