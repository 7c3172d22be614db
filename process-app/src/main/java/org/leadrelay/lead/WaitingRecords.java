package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replay of the records that waited for a decision about two leads, in the order they came. */
@Component
class WaitingRecords {

    private final Duplicates duplicates;
    private final CaptureCheck check;
    private final LeadArrivals arrivals;

    WaitingRecords(Duplicates duplicates, CaptureCheck check, LeadArrivals arrivals) {
        this.duplicates = duplicates;
        this.check = check;
        this.arrivals = arrivals;
    }

    /** As they are stored, with the moment at which the last one came. */
    record Waited(String records, Instant came) {}

    /** What was true when it came is not truer for having waited. */
    void capture(@Nullable Waited waits, Lead lead) {
        if (waits != null) {
            for (Duplicates.Waiting each : duplicates.read(waits.records())) {
                capture(each, each.came() == null ? waits.came() : each.came(), lead);
            }
        }
    }

    private void capture(Duplicates.Waiting waiting, Instant came, Lead lead) {
        Origin origin = waiting.origin();
        Instant at = waiting.at() == null ? origin.asOf() : waiting.at();
        Capture capture =
                new Capture(waiting.fields(), waiting.attributes(), waiting.statements(), at == null ? came : at);
        arrivals.join(lead, check.check(capture, origin).saidAt(waiting.at()), false);
    }
}
