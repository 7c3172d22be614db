package org.leadrelay.board.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.leadrelay.mail.Outbox;
import org.leadrelay.platform.Sweep;
import org.leadrelay.worklist.MarketingAnswers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scheduled job that puts due letters into the outbox: each slot once, whichever node comes first. Slots that were missed
 * while nothing ran are made up for by one letter, that of the last; those of somebody who may read no boards pass.
 */
@Component
public class BoardLetterJob implements Sweep {

    /** Whoever qualified nothing for so long gets no Monday letter unasked. */
    private static final Duration RECENT = Duration.ofDays(90);

    /** Who qualified a lead for the first time is asked this often: letters leave once a week. */
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** What came of a slot. */
    private enum Result {
        NOTHING_DUE,
        WRITTEN,
        WITHHELD
    }

    private final BoardSubscriptionTable table;
    private final BoardSubscriptions subscriptions;
    private final MarketingAnswers marketing;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Instant lookedAt = Instant.MIN;

    BoardLetterJob(
            BoardSubscriptionTable table,
            BoardSubscriptions subscriptions,
            MarketingAnswers marketing,
            Outbox outbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.table = table;
        this.subscriptions = subscriptions;
        this.marketing = marketing;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int sweep() {
        beginForMarketers();
        int letters = 0;
        while (true) {
            Result result = transactions.execute(status -> next());
            if (result == null || result == Result.NOTHING_DUE) {
                return letters;
            }
            letters += result == Result.WRITTEN ? 1 : 0;
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return table.nextDue(after);
    }

    private void beginForMarketers() {
        Instant now = clock.instant();
        boolean justLooked =
                !now.isBefore(lookedAt) && Duration.between(lookedAt, now).compareTo(BETWEEN_LOOKS) < 0;
        if (!justLooked) {
            marketing.people(now.minus(RECENT)).forEach(subscriptions::begin);
            lookedAt = now;
        }
    }

    private Result next() {
        BoardSubscription due = table.due().orElse(null);
        if (due == null) {
            return Result.NOTHING_DUE;
        }
        ZoneId zone = subscriptions.zone(due.login());
        Instant now = clock.instant();
        table.moveOn(due.id(), due.rhythm().next(now, zone));
        if (!subscriptions.mayRead(due.login())) {
            return Result.WITHHELD;
        }
        LetterKey key = new LetterKey(due.id(), due.rhythm().last(now, zone));
        outbox.toPerson(key.text(due.letter()), due.login(), due.letter().code());
        return Result.WRITTEN;
    }
}
