package org.leadrelay.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Date-time formatting of instants that stand in a line as text. */
final class LocalMoment {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*Z");

    private LocalMoment() {}

    /** In the zone and the reader's language; a text that is no instant stays as it is. */
    static String text(String instant, ZoneId zone, Locale locale) {
        if (!INSTANT.matcher(instant).matches()) {
            return instant;
        }
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeException e) {
            return instant;
        }
    }
}
