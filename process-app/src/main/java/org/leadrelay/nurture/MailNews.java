package org.leadrelay.nurture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details of a line about what happened to a mail. */
final class MailNews {

    private MailNews() {}

    /**
     * @param event as a code
     * @param mail null where it is about no mail in particular
     */
    static Map<String, Object> of(String event, @Nullable SentMail mail) {
        Map<String, Object> details = new LinkedHashMap<>(Map.of("event", event));
        if (mail != null) {
            details.put("template", mail.template());
            if (!mail.track().isEmpty()) {
                details.put("track", mail.track());
            }
        }
        return details;
    }

    static Map<String, Object> of(String event, SentMail mail, String key, String value) {
        Map<String, Object> details = of(event, mail);
        details.put(key, value);
        return details;
    }
}
