package org.leadrelay.journal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Event types of the log. The code is part of the sealed line and never changes its meaning. First those of a lead's
 * journey, then those of the {@link StreamKind streams} that are no lead's, in the order of these.
 */
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
    MAIL_EVENT,
    TOOL_EVENT,
    CHOICE,
    WAITING,
    NOTICE,
    COMMENT,
    QUESTION,
    DUPLICATE,
    IMPORT_UNDONE,
    FACT_REVERTED,

    LOGGED_IN,
    LOGIN_FAILED,
    LOGIN_BLOCK_LIFTED,
    SESSION_ENDED,
    PERSON_ADDED,
    PERSON_CHANGED,
    PERSON_DEACTIVATED,
    PERSON_ACTIVATED,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    ROLE_ADDED,
    ROLE_CHANGED,
    ROLE_REMOVED,
    TEAM_ADDED,
    TEAM_CHANGED,
    TEAM_DISSOLVED,
    KEY_ADDED,
    KEY_SCOPED,
    KEY_REVOKED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    MANDATE_GIVEN,

    CHARTER_DRAFTED,
    CHARTER_EDITED,
    CHARTER_PROPOSED,
    CHARTER_SIGNED,
    CHARTER_VOIDED,
    CHARTER_WITHDRAWN,
    CHARTER_DISCARDED,
    CHARTER_RECOMPUTED,
    CALENDAR_CHANGED,
    CALENDAR_GIVEN,
    CALENDAR_TAKEN,

    MODEL_DEPLOYED,
    RELEASE_BEGUN,
    RELEASE_UPLOADED,
    RELEASE_FILE_REVERTED,
    RELEASE_REBASED,
    RELEASE_PAIRED,
    RELEASE_SEALED,
    RELEASE_APPROVED,
    RELEASE_REJECTED,
    RELEASE_WITHDRAWN,
    RELEASE_IN_FORCE,
    RELEASE_ROLL_BACK_ASKED,
    TEXT_WRITTEN,
    TEXT_DISCARDED,
    TEXT_PROPOSED,
    TEXT_APPROVED,
    TEXT_RETURNED,
    TEXT_TESTED,

    FACT_DEFINED,
    BASIS_DECLARED,
    BASIS_WITHDRAWN,
    MAPPING_SAVED,
    MAPPING_DELETED,
    IMPORT_STARTED,
    IMPORT_CANCELLED,
    IMPORT_ENDED,
    IMPORT_UNDO_ASKED,
    IMPORT_UNDO_ENDED,
    RETURN_ADDRESS_ALLOWED,
    RETURN_ADDRESS_FORBIDDEN,
    COST_ENTERED,

    READ_LEAD,
    READ_JOURNEY,
    READ_TASK,
    READ_LIST,
    EXPORTED,

    REP_LIMITED,
    REP_SKILLED,
    REP_AWAY,
    REP_BACK,
    ABSENCE_CANCELLED,
    SKILL_DEFINED,
    SKILL_REMOVED,
    MAIL_RETRIED,
    MAIL_DROPPED,
    BOARD_MAIL_WITHHELD,
    LEDGER_REBUILT,
    INBOX_REBUILT,
    BOARD_REBUILD_ASKED,
    BOARD_REBUILT,
    VERIFICATION_ASKED,
    VERIFICATION_ENDED,
    JOB_FAILED,
    JOB_RETRIED,
    JOB_POSTPONED,
    INCIDENT_OPENED,
    INCIDENT_RESOLVED,
    CLOCK_MOVED,
    CLEANED_UP,
    LINES_REMOVED;

    private static final Set<Kind> OF_LEADS = Collections.unmodifiableSet(EnumSet.range(STARTED, FACT_REVERTED));

    private static final Set<Kind> STEPS = Collections.unmodifiableSet(EnumSet.of(STARTED, ENTERED, LEFT, FLOW));

    /** Codes of the steps of a token through a model, three quarters of all lines. */
    public static Set<String> stepCodes() {
        return STEPS.stream().map(Kind::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds of line that a lead's own stream holds. */
    public static Set<Kind> ofLeads() {
        return OF_LEADS;
    }

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
