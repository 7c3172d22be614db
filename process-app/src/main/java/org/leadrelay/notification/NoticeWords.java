package org.leadrelay.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Message source of mail to people, {@code mail/notices*.properties}. */
@Component
class NoticeWords {

    private static final Wording WORDING = Wording.named("mail.notices");

    private final CharterWords charter;

    NoticeWords(CharterWords charter) {
        this.charter = charter;
    }

    String text(Locale locale, String key, Object... arguments) {
        return WORDING.text(locale, key, arguments);
    }

    /** The words for a kind; one that this version does not know is told in general ones. */
    String kind(Locale locale, String part, String kind, Object... arguments) {
        return WORDING.find(locale, part + "." + kind, arguments)
                .orElseGet(() -> text(locale, part + ".other", arguments));
    }

    /** What was promised, as the charter calls it. */
    String clause(Locale locale, @Nullable String clause) {
        return clause == null ? "" : charter.clause(clause, locale);
    }

    /** Day, time and zone. */
    String time(Locale locale, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(text(locale, "time"), locale).format(at.atZone(zone)) + " (" + zone + ")";
    }
}
