package org.leadrelay.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Scope of an API key: the group of operations that it opens. Which those are: {@link
 * KeyOperations}.
 */
public enum KeyScope {
    /** Takes records in. */
    LEADS,
    /** Reports what a buyer did. */
    SIGNALS,
    /** Reports what a person allows or objects to. */
    CONSENTS;

    /** As REST, the database and the documentation write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyScope> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
