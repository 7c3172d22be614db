package org.leadrelay.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says a line of the log in a person's language. */
@Component
class Sentences {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    private final ZoneId zone;

    Sentences(@Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId zone) {
        this.zone = zone;
        texts.setBasename("org/leadrelay/audit/sentences");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    String of(
            String kind,
            String person,
            @Nullable String element,
            Map<String, Object> details,
            Locale locale) {
        if (kind.equals(Kind.CHOICE.code()) || kind.equals(Kind.WAITING.code())) {
            return texts.getMessage(
                    kind,
                    new Object[] {
                        first(details, "rep"), new ChoiceWords(texts, details, locale).say()
                    },
                    locale);
        }
        return texts.getMessage(
                kind,
                new Object[] {
                    element == null ? "" : element,
                    person,
                    word(
                            locale,
                            first(
                                    details,
                                    "end",
                                    "outcome",
                                    "assignee",
                                    "to",
                                    "signal",
                                    "clause",
                                    "rep",
                                    "field",
                                    "channel",
                                    "template",
                                    "reason")),
                    first(details, "table"),
                    first(details, "rows"),
                    outputs(details),
                    moment(locale, first(details, "due", "at"))
                },
                locale);
    }

    /** A code in words where it has some; a login or a word of a model stays as it is. */
    private String word(Locale locale, String code) {
        var word = texts.getMessage("code." + code, null, code, locale);
        return word == null ? code : word;
    }

    private String moment(Locale locale, String instant) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeException e) {
            return instant;
        }
    }

    private static String first(Map<String, Object> details, String... names) {
        for (var name : names) {
            var value = details.get(name);
            if (value != null) {
                return value.toString().replaceAll("[\\[\\]]", "");
            }
        }
        return "";
    }

    private static String outputs(Map<String, Object> details) {
        return details.get("outputs") instanceof Map<?, ?> outputs
                ? outputs.entrySet().stream()
                        .map(output -> output.getKey() + " " + output.getValue())
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(", "))
                : "";
    }
}
