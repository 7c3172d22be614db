package org.leadrelay.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether, and how, a kind of notice is mailed to a person. */
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
