package org.leadrelay.notification;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a mail.
 *
 * @param address null when there is none that may be used
 * @param problem why there is none, as a code
 */
record Receiver(@Nullable String address, String name, Locale locale, @Nullable String problem) {

    static Receiver nobody(String problem) {
        return new Receiver(null, "", Locale.ENGLISH, problem);
    }
}
