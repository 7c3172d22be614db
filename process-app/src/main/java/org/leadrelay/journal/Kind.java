package org.leadrelay.journal;

import java.util.Locale;

/** Event types of the journey log. The code is part of the sealed line and never changes its meaning. */
public enum Kind {
    STARTED,
    ENDED,
    ENTERED,
    LEFT,
    FLOW,
    DECISION,
    TASK_CREATED,
    TASK_OPENED,
    TASK_CLAIMED,
    TASK_RELEASED,
    TASK_ASSIGNED,
    TASK_COMPLETED,
    TASK_CANCELLED,
    PROMISE_OPENED,
    PROMISE_REMINDED,
    PROMISE_KEPT,
    PROMISE_BROKEN,
    PROMISE_VOID,
    PROMISE_PAUSED,
    PROMISE_RESUMED,
    PROMISE_RENEWED,
    PROMISE_RECOUNTED,
    PROMISE_ENDED,
    PROMISE_REASON,
    CAPTURED,
    MERGED,
    FACT_CORRECTED,
    CLAIM_TAKEN,
    CLAIM_DISMISSED,
    CONSENT,
    SIGNAL,
    WITHDRAWN,
    REOPENED,
    TOUCH,
    CHOICE,
    WAITING,
    NOTICE,
    COMMENT,
    QUESTION,
    DUPLICATE,
    IMPORT_UNDONE,
    FACT_REVERTED;

    /** The code as it is stored and sealed: {@code task-completed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when no such kind is known
     */
    public static Kind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
