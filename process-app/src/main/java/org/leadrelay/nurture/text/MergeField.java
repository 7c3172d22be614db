package org.leadrelay.nurture.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.platform.Wording;

/** Merge fields: all that a text may say of the person whom it is sent to, and of nobody else. */
public enum MergeField {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    COMPANY("company"),
    CITY("city"),
    INTEREST("interest"),
    TIMELINE("timeline"),
    DECIDER("decider"),
    REP_NAME("repName");

    private static final Wording WORDING = Wording.of(MergeField.class);

    private final String code;

    MergeField(String code) {
        this.code = code;
    }

    /** As it stands in a text, between the braces. */
    @JsonValue
    public String code() {
        return code;
    }

    /** For people, in their language. */
    public String label(Locale language) {
        return WORDING.text(language, "field." + code);
    }

    public static Optional<MergeField> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(MergeField::code).toList();
    }
}
