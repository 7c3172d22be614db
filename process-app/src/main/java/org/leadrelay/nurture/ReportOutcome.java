package org.leadrelay.nurture;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a report of a mail led to. */
enum ReportOutcome {
    /** The address takes no mail. */
    UNDELIVERABLE("undeliverable"),
    /** It is kept, and leads to nothing alone. */
    COUNTED("counted"),
    /** It is an objection. */
    OBJECTED("objected"),
    /** It is an engagement signal of the lead. */
    SIGNAL("signal"),
    /** It looks like a machine's, is kept with that mark, and is worth nothing. */
    MARKED("marked"),
    /** It was reported before. */
    KNOWN("known");

    private final String code;

    ReportOutcome(String code) {
        this.code = code;
    }

    @JsonValue
    String code() {
        return code;
    }
}
