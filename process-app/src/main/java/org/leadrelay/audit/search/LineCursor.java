package org.leadrelay.audit.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/** Keyset cursor: the last line of a page, behind which the next one begins. */
record LineCursor(Instant at, UUID stream, long seq) {

    private static final Wording WORDING = Wording.of(LineCursor.class);

    private static final Pattern FORM = Pattern.compile("([^_]+)_([0-9a-f-]{36})_(\\d{1,18})");

    /**
     * @throws Invalid when it is none that a page gave
     */
    static LineCursor of(String text) {
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return new LineCursor(
                        Instant.parse(parts.group(1)), UUID.fromString(parts.group(2)), Long.parseLong(parts.group(3)));
            }
        } catch (DateTimeException | IllegalArgumentException noPosition) {
            throw unknown();
        }
        throw unknown();
    }

    private static Invalid unknown() {
        return Invalid.field("after", WORDING.text("after"));
    }

    @Override
    public String toString() {
        return at + "_" + stream + "_" + seq;
    }
}
