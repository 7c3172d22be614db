package org.leadrelay.charter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Working time in hours and minutes, {@code PT8H}. Days are refused: {@code P1D} would be 24 hours
 * of work, which are three days in the office.
 */
class WorkJson extends StdDeserializer<Duration> {

    private static final long serialVersionUID = 1L;

    WorkJson() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        String text = parser.getValueAsString("").strip().toUpperCase(Locale.ROOT);
        try {
            if (text.startsWith("PT")) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw refused(parser, text);
        }
        throw refused(parser, text);
    }

    private static InvalidFormatException refused(JsonParser parser, String text) {
        return InvalidFormatException.from(
                parser,
                "working time is written in hours and minutes: PT1H30M",
                text,
                Duration.class);
    }
}
