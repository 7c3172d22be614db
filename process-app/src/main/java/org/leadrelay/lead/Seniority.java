package org.leadrelay.lead;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leadrelay.platform.TextNormalizer;

/**
 * Classification of a job title by how much it decides, as one of the listed values; the title itself stays with the lead.
 */
final class Seniority {

    private static final Map<String, Pattern> LEVELS = new LinkedHashMap<>();

    static {
        level("Intern", "intern|trainee|praktikant|praktikantin|azubi|werkstudent|werkstudentin");
        level("Student", "student|studentin|phd candidate|doktorand|doktorandin");
        level("VP", "vp|svp|evp|vice president");
        level("C-Level", "chief|ceo|cto|cfo|cmo|coo|cio|cro|president|vorstand|vorständin");
        level("Founder", "founder|co-founder|gründer|gründerin");
        level("Owner", "owner|partner|inhaber|inhaberin");
        level("Executive", "managing director|geschäftsführer|geschäftsführerin|executive director");
        level("Director", "director|direktor|direktorin");
        level("Head", "head|leiter|leiterin|leitung");
        level("Manager", "manager|managerin|lead|teamleiter|teamleiterin|supervisor");
    }

    private Seniority() {}

    static Optional<String> of(String title) {
        String lower = TextNormalizer.key(title);
        if (lower.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(LEVELS.entrySet().stream()
                .filter(each -> each.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Specialist"));
    }

    private static void level(String name, String words) {
        LEVELS.put(name, Pattern.compile("(?<!\\p{L})(?:" + words + ")(?!\\p{L})"));
    }
}
