package org.leadrelay.lead;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a job title decides, as one of the listed values; the title itself stays with the lead.
 */
final class Seniority {

    private static final Map<String, Pattern> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put(
                "executive",
                words(
                        "chief|ceo|cto|cfo|cmo|coo|cio|cro|president|owner|founder|co-founder|partner"
                                + "|managing director|geschäftsführer|geschäftsführerin|inhaber|vorstand"));
        LEVELS.put(
                "director",
                words("director|head|vp|vice president|leiter|leiterin|direktor|direktorin"));
        LEVELS.put("manager", words("manager|managerin|lead|teamleiter|teamleiterin|supervisor"));
    }

    private Seniority() {}

    static Optional<String> of(String title) {
        String lower = Words.lower(title);
        if (lower.isBlank()) {
            return Optional.empty();
        }
        if (lower.contains("vice president")) {
            return Optional.of("director");
        }
        return Optional.of(
                LEVELS.entrySet().stream()
                        .filter(each -> each.getValue().matcher(lower).find())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("specialist"));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + alternatives + ")(?![\\p{L}])",
                Pattern.UNICODE_CHARACTER_CLASS);
    }
}
