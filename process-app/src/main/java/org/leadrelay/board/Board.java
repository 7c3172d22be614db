package org.leadrelay.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.platform.Wording;

/** Dashboard identifiers, in display order. */
public enum Board {
    FUNNEL,
    BECAME,
    REASONS,
    LAPS,
    RESPONSE,
    CONVERSION,
    CRITERIA;

    private static final Wording WORDING = Wording.of(Board.class);

    /** As an address writes it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in their language. */
    public String label(Locale language) {
        return WORDING.text(language, "board." + code());
    }

    /** Empty where there is no such board. */
    public static Optional<Board> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
