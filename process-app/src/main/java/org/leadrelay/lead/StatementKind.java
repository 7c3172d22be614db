package org.leadrelay.lead;

/**
 * The evidential worth of a statement about consent: by whom and how it was brought. An objection
 * counts whatever its kind; what a consent is worth against one depends on it, see {@link
 * ConsentRule}.
 */
public enum StatementKind {
    /** A confirmed opt-in, a reply, or what somebody recorded with wording and source. */
    OWN_WORD,
    /** An import's cell with a date of its own. */
    DATED_CELL,
    /** An import's cell without one: a statement of the moment at which its file was true. */
    UNDATED_CELL,
    /** What another system, or a note without the person's words, says with a moment. */
    DATED_RECORD,
    /** The same without a moment. */
    UNDATED_RECORD,
    /** What a source, an origin or a way of coming in declares about all its people. */
    DECLARATION,
    /** A form that anybody can fill in about anybody. */
    FORM,
    /** An objection known by its keyed hash only, when an address or a number came to a lead. */
    REMEMBERED;

    /**
     * What a record's statement is worth.
     *
     * @param dated whether the record itself says when it was said
     */
    static StatementKind brought(Origin.Kind how, Statement said, boolean dated) {
        return switch (how) {
            case FORM -> FORM;
            case IMPORT -> dated ? DATED_CELL : UNDATED_CELL;
            case PERSON -> said.hasEvidence() ? OWN_WORD : UNDATED_RECORD;
            case API -> dated ? DATED_RECORD : UNDATED_RECORD;
        };
    }
}
