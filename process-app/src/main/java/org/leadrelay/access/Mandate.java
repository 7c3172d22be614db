package org.leadrelay.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;

/** Mandate to sign the charter for one of its two sides. */
public enum Mandate {
    HEAD_OF_MARKETING,
    HEAD_OF_SALES;

    private static final Wording WORDING = Wording.of(Mandate.class);

    /** As it stands in addresses and in the database: {@code head-of-sales}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The other side. */
    public Mandate other() {
        return this == HEAD_OF_MARKETING ? HEAD_OF_SALES : HEAD_OF_MARKETING;
    }

    /**
     * @throws NotFound when there is no such mandate
     */
    public static Mandate ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound(WORDING.text("noMandate", code)));
    }
}
