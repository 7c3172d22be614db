package org.leadrelay.nurture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the receiver of a mail can choose on its page. */
enum UnsubscribeChoice {
    LESS_OFTEN("lessOften", "lessOften"),
    SUBJECT("subject", "notThisSubject"),
    ALL("all", "unsubscribed");

    private final String code;
    private final String event;

    UnsubscribeChoice(String code, String event) {
        this.code = code;
        this.event = event;
    }

    /** The value of the button. */
    String code() {
        return code;
    }

    /** As the log writes it. */
    String event() {
        return event;
    }

    /** A mail program sends none of them with its one click, which means all mail. */
    static UnsubscribeChoice of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
