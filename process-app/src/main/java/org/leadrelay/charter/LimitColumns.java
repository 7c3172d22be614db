package org.leadrelay.charter;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.leadrelay.workingtime.WorkAmount;

/** Embedded columns of the limits in a version's row. */
@Embeddable
record LimitColumns(
        int capacity,
        int tries,
        int maximumLaps,
        int contactAttempts,
        @Convert(converter = AmountInWords.class) WorkAmount attemptSpacing,
        @Column(name = "questions") int questionsAllowed) {

    static LimitColumns of(Limits limits) {
        return new LimitColumns(
                limits.capacity(),
                limits.tries(),
                limits.maximumLaps(),
                limits.attempts(),
                limits.attemptSpacing(),
                limits.questions());
    }

    Limits limits() {
        return new Limits(capacity, tries, maximumLaps, contactAttempts, attemptSpacing, questionsAllowed);
    }
}
