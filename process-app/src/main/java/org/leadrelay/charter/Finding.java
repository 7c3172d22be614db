package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Inconsistency between a version of the charter and what is deployed.
 *
 * @param subject the clause, table, field or metric it is about
 * @param words what is the matter and what to do, in the reader's language
 */
public record Finding(Kind kind, String subject, String words) {

    /** What is the matter. */
    public enum Kind {
        /** The models have no such element. */
        ELEMENT_MISSING("element-missing"),
        /** The charter does without a clause that leads still promise, by the older models that they began with. */
        CLAUSE_STILL_READ("clause-still-read"),
        /** The element is there, and reads another clause or none. */
        ELEMENT_UNTIMED("element-untimed"),
        /** The models give the step to another role than the one that promises it. */
        OTHER_ROLE("other-role"),
        TABLE_MISSING("table-missing"),
        /** The table was changed after it was agreed on. */
        TABLE_DRIFTED("table-drifted"),
        /** Forms would ask for a line of this list, and there is none: it is not asked. */
        LIST_UNAGREED("list-unagreed"),
        /** No form asks the agreed question. */
        QUESTION_UNASKED("question-unasked"),
        REVIEW_DUE("review-due"),
        /** The volume goal is not what the other figures ask for. */
        VOLUME_APART("volume-apart");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }

        /** Whether a promise cannot be counted because of it. */
        public boolean breaks() {
            return this == ELEMENT_MISSING || this == ELEMENT_UNTIMED;
        }
    }
}
