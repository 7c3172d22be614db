package org.leadrelay.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Selector of the rows behind a number (drill-down). */
public enum BoardPart {
    NUMERATOR,
    DENOMINATOR,
    RUNNING;

    /** As an address writes it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BoardPart> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
