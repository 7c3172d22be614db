package org.leadrelay.journal;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access log of personal data: who read which lead, and which lists. CommittedText before the answer leaves, in a stream of
 * its own: looking at a lead adds nothing to the lead's log, and nobody who works on it waits for those who look.
 *
 * <p>Call it when it is clear that the reader may see, and before anything is written to them. Of a list the kind and
 * the length are told, never what was searched for: that is often somebody's name.
 */
@Service
public class ReadingLog {

    private final OperationLog log;
    private final TransactionTemplate transaction;

    ReadingLog(OperationLog log, PlatformTransactionManager transactions) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By what way somebody reads. */
    public enum Way {
        PAGE,
        DIAGRAM,
        REST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that is known of a lead. */
    public void lead(UUID lead, Way way) {
        add(Kind.READ_LEAD, lead.toString(), LineDetails.of("way", way.code()).map());
    }

    /** The lines of a lead's own log, or whether they are unchanged. */
    public void journey(UUID lead, Way way) {
        add(
                Kind.READ_JOURNEY,
                lead.toString(),
                LineDetails.of("way", way.code()).map());
    }

    /** A task with what is known of its lead. */
    public void task(UUID lead, String task) {
        add(Kind.READ_TASK, lead.toString(), LineDetails.of("task", task).map());
    }

    /**
     * A list in which leads are named.
     *
     * @param list what it lists, as a code
     * @param length how many there are in all; null where nobody counted
     */
    public void list(String list, Way way, @Nullable Long length) {
        add(
                Kind.READ_LIST,
                list,
                LineDetails.of("way", way.code()).and("rows", length).map());
    }

    private void add(Kind kind, String subject, Map<String, ?> details) {
        transaction.executeWithoutResult(status -> log.add(StreamKind.READING, kind, subject, details));
    }
}
