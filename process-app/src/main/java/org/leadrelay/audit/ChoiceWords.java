package org.leadrelay.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.leadrelay.platform.Wording;

/** Explanation in words of why a rep got a lead, or why nobody could, from the figures that the log kept. */
final class ChoiceWords {

    private final Wording texts;
    private final Map<String, Object> details;
    private final UnaryOperator<String> names;
    private final Locale locale;

    ChoiceWords(Wording texts, Map<String, Object> details, UnaryOperator<String> names, Locale locale) {
        this.texts = texts;
        this.details = details;
        this.names = names;
        this.locale = locale;
    }

    /** Empty for a choice of which nothing but the rep was kept. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (details.get("reason") != null) {
            parts.add(text(
                    "choice.why." + of("reason"),
                    of("able"),
                    of("considered"),
                    of("openLeads"),
                    of("capacity"),
                    names.apply(of("named")),
                    names.apply(of("from"))));
        }
        if (details.containsKey("perPeriod")) {
            parts.add(text("choice.period." + of("period"), of("inPeriod"), of("perPeriod")));
        }
        if (details.get("skills") instanceof List<?> skills) {
            parts.add(text("choice.skills", joined(skills)));
        }
        if (details.get("reps") instanceof List<?> reps) {
            others(reps, parts);
        }
        return String.join("; ", parts);
    }

    private void others(List<?> reps, List<String> parts) {
        String able = reps.stream()
                .filter(each -> each instanceof List<?> rep && rep.size() == 3)
                .map(each -> (List<?>) each)
                .filter(rep -> !rep.get(0).equals(details.get("rep")))
                .map(rep -> text("choice.load", name(rep), rep.get(1), rep.get(2)))
                .collect(Collectors.joining(", "));
        String not = reps.stream()
                .filter(each -> each instanceof List<?> rep && rep.size() == 4)
                .map(each -> (List<?>) each)
                .map(rep -> text("choice.not." + rep.get(3), name(rep), rep.get(1), rep.get(2)))
                .collect(Collectors.joining(", "));
        if (!able.isEmpty()) {
            parts.add(text("choice.able", able));
        }
        if (!not.isEmpty()) {
            parts.add(text("choice.unable", not));
        }
    }

    private String name(List<?> rep) {
        return names.apply(String.valueOf(rep.get(0)));
    }

    private String of(String detail) {
        Object value = details.get(detail);
        return value == null ? "" : value.toString();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return texts.find(locale, key, arguments).orElse(key);
    }
}
