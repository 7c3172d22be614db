package org.leadrelay.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of mail to people, from {@code mail/notices*.properties}. */
@Component
class NoticeWords {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    NoticeWords() {
        texts.setBasename("mail.notices");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    String say(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    /** The words for a kind; one that this version does not know is told in general ones. */
    String kind(Locale locale, String part, String kind, Object... arguments) {
        String general = say(locale, part + ".other", arguments);
        return String.valueOf(texts.getMessage(part + "." + kind, arguments, general, locale));
    }

    /** What was promised; a clause that a process owner invented by its own name. */
    String clause(Locale locale, @Nullable String clause) {
        return clause == null ? "" : String.valueOf(texts.getMessage("clause." + clause, null, clause, locale));
    }

    /** Day, time and zone. */
    String time(Locale locale, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(say(locale, "time"), locale).format(at.atZone(zone)) + " (" + zone + ")";
    }

    /** Hours and minutes. */
    String length(Locale locale, Duration length) {
        if (length.toMinutes() == 0) {
            return say(locale, "lessThanAMinute");
        }
        String hours = length.toHours() == 0 ? "" : say(locale, "hours", String.valueOf(length.toHours()));
        String minutes =
                length.toMinutesPart() == 0 ? "" : say(locale, "minutes", String.valueOf(length.toMinutesPart()));
        return (hours + " " + minutes).strip();
    }
}
