package org.leadrelay.audit;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says a line of the log in a person's language. */
@Component
class Sentences {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Sentences() {
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
        return texts.getMessage(
                kind,
                new Object[] {
                    element == null ? "" : element,
                    person,
                    first(
                            details,
                            "end",
                            "outcome",
                            "assignee",
                            "clause",
                            "rep",
                            "field",
                            "channel",
                            "template",
                            "reason"),
                    first(details, "table"),
                    first(details, "rows"),
                    outputs(details),
                    first(details, "due", "at")
                },
                locale);
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
