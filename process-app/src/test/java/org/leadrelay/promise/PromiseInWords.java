package org.leadrelay.promise;

import static org.leadrelay.testing.OfficeHours.nineToFive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;
import org.leadrelay.workingtime.WorkingTime;

/**
 * A row of the ledger: {@code aPromise().opened(monday("10:00")).of("PT4H")}. It counts from nine to five, in version 1
 * of charter and calendar, and is of normal priority.
 */
final class PromiseInWords {

    private final PromiseEntity row = new PromiseEntity();

    private PromiseInWords() {
        row.id = new UUID(0, 1);
        row.leadId = new UUID(0, 2);
        row.clause = "answerHandOff";
        row.element = "Activity_AnswerHandOff";
        row.role = "sales-rep";
        row.priority = "normal";
        row.charterVersion = 1;
        row.calendarVersion = 1;
        row.state = PromiseColumns.State.OPEN;
        row.arithmetic = new Words("opened", "eröffnet");
    }

    static PromiseInWords aPromise() {
        return new PromiseInWords();
    }

    PromiseInWords opened(Instant at) {
        row.openedAt = at;
        return this;
    }

    /** Due after this work from nine to five. */
    PromiseInWords of(String work) {
        WorkingTime counted = nineToFive().count(row.openedAt, WorkAmount.parse(work));
        row.work = counted.work().toString();
        row.dueAt = counted.due();
        return this;
    }

    PromiseInWords clause(String name) {
        row.clause = name;
        return this;
    }

    PromiseInWords priority(String priority) {
        row.priority = priority;
        return this;
    }

    PromiseInWords remindedAt(@Nullable Instant planned, @Nullable Instant given) {
        row.remindAt = planned;
        row.remindedAt = given;
        return this;
    }

    PromiseInWords paused(Instant at) {
        row.pause(at);
        return this;
    }

    PromiseInWords resumed(Instant at) {
        row.resume(nineToFive(), at);
        return this;
    }

    PromiseInWords renewed(Instant at, Instant until) {
        row.renew(nineToFive(), until, null, at);
        return this;
    }

    PromiseInWords broken(Instant at) {
        row.state = PromiseColumns.State.BROKEN;
        row.brokenAt = at;
        return this;
    }

    PromiseEntity row() {
        return row;
    }
}
