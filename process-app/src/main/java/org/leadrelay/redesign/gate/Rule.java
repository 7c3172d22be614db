package org.leadrelay.redesign.gate;

import java.util.Locale;

/**
 * Rule of the gate. What is wrong and what to do stands in {@code findings.properties} under its code, why it is a rule in {@code
 * docs/reference/gate.md}.
 */
public enum Rule {
    REQUEST_FILES,
    REQUEST_SIZE,
    FILE_SIZE,
    FILE_ENCODING,
    FILE_VERSION,
    FILE_MALFORMED,
    FILE_DOCTYPE,
    FILE_INSTRUCTION,
    FILE_FETCHES,
    FILE_ELEMENTS,
    FILE_DEPTH,
    FILE_ATTRIBUTE,
    FILE_ROOT,
    FILE_KIND,
    FILE_TWICE,

    ELEMENT_UNKNOWN,
    ATTRIBUTE_UNKNOWN,
    ATTRIBUTE_VALUE,
    CODE,
    EXPRESSION_PLACE,
    EXPRESSION_FORM,
    EXPRESSION_CALLS,
    EXPRESSION_NAME,

    PROCESS_ONE,
    PROCESS_ID,
    PROCESS_EXECUTABLE,
    PROCESS_MISSING,
    PROCESS_UNUSED,
    TIME_TO_LIVE,
    ID_FORM,
    ID_TWICE,
    ID_RANDOM(Severity.WARNING),
    TOO_LONG,
    REFERENCE,
    NOT_DRAWN,

    START_ONE,
    START_EVENT,
    START_TIMER,
    END_KIND,
    END_SIDE,
    END_MISSING(Severity.WARNING),
    STAGE_UNKNOWN,
    STAGE_MISSING(Severity.WARNING),

    STEP_UNKNOWN,
    STEP_ASYNC,
    STEP_ERROR,
    LISTENER_UNKNOWN,
    RETRIES,
    ERROR_UNKNOWN,
    MESSAGE_UNKNOWN,
    MESSAGE_NEEDED,
    MESSAGE_MISSED(Severity.WARNING),

    TASK_NAME,
    TASK_ROLE,
    TASK_LANE,
    TASK_ASSIGNEE,
    TASK_FORM_KEY,
    TASK_PRIORITY,
    TASK_DUE,
    TASK_PROMISE(Severity.WARNING),
    TASK_WATCHED(Severity.WARNING),

    FORM_OUTCOME,
    FIELD_ID,
    FIELD_TWICE,
    FIELD_RESERVED,
    FIELD_TYPE,
    FIELD_LABEL,
    FIELD_OPTIONS,
    FIELD_LIST,
    FIELD_CONSTRAINT,
    FIELD_LIMITS,
    FIELD_PROPERTY,
    FIELD_CONDITION,
    QUESTION_UNASKED(Severity.WARNING),

    CLAUSE_UNKNOWN,
    CLAUSE_DRAFTED(Severity.WARNING),
    CLAUSE_PLACE(Severity.WARNING),
    CLAUSE_ELEMENT(Severity.WARNING),
    TIMER_REPEATS,
    TIMER_VALUE,
    TIMER_PROMISE,
    TIMER_CLAUSE,

    CALL_UNKNOWN,
    CALL_BINDING,
    CALL_KEY,
    CALL_LEAD,
    CALL_VARIABLES,
    CALL_CYCLE,

    DECISION_UNKNOWN,
    DECISION_BINDING,
    DECISION_RESULT,
    DECISION_FACTS,

    GATEWAY_DEFAULT,
    GATEWAY_CONDITION,
    GATEWAY_ANSWER,
    CONDITION_VALUE,
    VARIABLE_UNSET,

    PATH_UNREACHED,
    PATH_ENDLESS,
    CYCLE_WAITS,
    JOIN_UNFILLED,
    JOIN_STARVES,

    RELIED_ON,
    RELIED_ON_LITTLE(Severity.WARNING),

    TABLE_ONE,
    TABLE_ID,
    TABLE_UNUSED(Severity.WARNING),
    TABLE_LANGUAGE,
    TABLE_HIT_POLICY,
    TABLE_ROWS,
    TABLE_INPUT,
    TABLE_OUTPUT,
    TABLE_TYPE,
    TABLE_CELLS,
    TABLE_FUNCTION,
    TABLE_LOOP,
    TABLE_CELL,
    TABLE_CELL_TYPE,
    TABLE_NAME,
    TABLE_DEFAULT,
    TABLE_SHADOWED(Severity.WARNING),
    TABLE_REASON(Severity.WARNING),
    TOUCH_KIND(Severity.WARNING),
    TOUCH_TOOL(Severity.WARNING),

    WORDS_MALFORMED,
    WORDS_MODEL(Severity.WARNING),
    WORDS_FILE(Severity.WARNING),
    WORDS_MISSING(Severity.NOTE),
    WORDS_UNKNOWN(Severity.WARNING),
    WORDS_TWICE(Severity.WARNING),
    WORDS_READ(Severity.WARNING),

    ENGINE,
    ENGINE_WARNING(Severity.WARNING);

    private final Severity severity;

    Rule() {
        this(Severity.REFUSAL);
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** As findings, REST and the documentation write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
