package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.leadrelay.mail.OutboxDrain;
import org.leadrelay.mail.OutboxDrain.Result;
import org.leadrelay.mail.OutboxTable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.springframework.stereotype.Component;

/**
 * Sender of external touches to marketing tools, at least once, with a stable id by which a tool knows a second
 * sending. A tool that does not answer is left alone for a while with all that waits for it (circuit breaker), and
 * holds up no other.
 */
@Component
class ToolSender {

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final OutboxTable outbox;
    private final OutboxDrain drain;
    private final ToolDelivery delivery;
    private final Clock clock;

    /** Tools that did not answer, on this node. */
    private final Map<String, Backoff> resting = new HashMap<>();

    ToolSender(OutboxTable outbox, OutboxDrain drain, ToolDelivery delivery, Clock clock) {
        this.outbox = outbox;
        this.drain = drain;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * How long a tool is left alone.
     *
     * @param times how often in a row it did not answer
     */
    private record Backoff(int times, Instant until) {}

    /** Sends what is due to each tool, until nothing is left or the tool does not answer; says how many were taken. */
    synchronized int send() {
        int sent = 0;
        for (String tool : outbox.toolsDue()) {
            if (!isResting(tool)) {
                sent += drain.all(
                        tool, mail -> delivery.write(tool, mail), (mail, webhook) -> send(tool, mail, webhook));
            }
            if (isResting(tool)) {
                delivery.giveUpOld(tool);
            }
        }
        return sent;
    }

    private boolean isResting(String tool) {
        Backoff rest = resting.get(tool);
        return rest != null && rest.until().isAfter(clock.instant());
    }

    private Result send(String tool, Mail mail, ToolDelivery.Webhook webhook) {
        Result result = delivery.send(tool, mail, webhook);
        if (result == Result.RECEIVER_DOWN) {
            Backoff before = resting.get(tool);
            int times = before == null ? 0 : before.times();
            Duration wait = OutboxTable.backOff(times);
            resting.put(
                    tool,
                    new Backoff(
                            times + 1, clock.instant().plus(wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait)));
        } else if (result == Result.SENT) {
            resting.remove(tool);
        }
        return result;
    }
}
