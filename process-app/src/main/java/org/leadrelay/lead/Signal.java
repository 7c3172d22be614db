package org.leadrelay.lead;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The buyer did something.
 *
 * @param at when; null means now
 */
public record Signal(Kind kind, @Nullable Instant at, String source) {

    /** What the buyer did; {@code code} is its name in REST, rules and the journey log. */
    public enum Kind {
        VISIT("visit"),
        MAIL_OPENED("mailOpened"),
        CLICK("click"),
        DOWNLOAD("download"),
        FORM("form"),
        MEETING_ASKED("meetingAsked");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
