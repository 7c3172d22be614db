package org.leadrelay.lead;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Engagement signal: the buyer did something.
 *
 * @param at when; null means now
 * @param confirmed whether a person is known to have done it; a click may be a scanner's
 * @param content what of ours it is about, by a name such as that of a mail's text; null where nobody said
 */
public record Signal(
        Kind kind,
        @Nullable Instant at,
        String source,
        boolean confirmed,
        @Nullable String content) {

    public Signal(Kind kind, @Nullable Instant at, String source) {
        this(kind, at, source, true, null);
    }

    /** Whether it says anything of a person: mail programs open mails, and scanners follow their links. */
    public boolean counts() {
        return kind != Kind.MAIL_OPENED && (confirmed || kind != Kind.CLICK);
    }

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
