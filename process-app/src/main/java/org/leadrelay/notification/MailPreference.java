package org.leadrelay.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Mail preference of a person for a kind of notice: whether, and how. */
public enum MailPreference {
    OFF,
    /** Each in a mail of its own, within opening hours. */
    NOW,
    /** All of them in one mail when the next working day begins. */
    DIGEST;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailPreference> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
