package org.leadrelay.nurture.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Version of a text.
 *
 * @param version from 1; 0 is the file that came with the product
 * @param restored the version whose content it is again, null where it is new
 * @param authors logins of all who wrote in it, who cannot approve it; none for what came with the product
 * @param writtenAt null for what came with the product
 * @param decision of whoever approved it; before that, of whoever last returned it
 */
public record TextVersion(
        int version,
        State state,
        TextContent content,
        @Nullable Integer restored,
        List<String> authors,
        @Nullable Instant writtenAt,
        @Nullable Decision decision,
        @Nullable Instant inForceFrom,
        @Nullable Instant inForceUntil) {

    /** Of a version that came with the product. */
    public static final int SHIPPED = 0;

    public TextVersion {
        authors = List.copyOf(authors);
    }

    /**
     * Answer of a second person.
     *
     * @param words empty where nothing was said
     * @param stands whether nobody has put the text forward since
     */
    public record Decision(String by, Instant at, String words, boolean stands) {}

    /** Where a version stands. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Awaits somebody's approval. */
        AWAITING,
        /** What the next mail says. */
        IN_FORCE,
        /** What mails said before. */
        EARLIER;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public boolean isShipped() {
        return version == SHIPPED;
    }

    public boolean isAwaiting() {
        return state == State.AWAITING;
    }

    /** Whether a second person sent the draft back, and nobody has put it forward since. */
    public boolean isReturned() {
        return state == State.DRAFT && decision != null && decision.stands();
    }
}
