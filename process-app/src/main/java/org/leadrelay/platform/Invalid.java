package org.leadrelay.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Input that cannot be taken, with each field, what is wrong with it and the remedy. REST answers
 * 422.
 */
public final class Invalid extends ProductException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * One thing wrong.
     *
     * @param field the name the sender used for it
     * @param message what is wrong and what to do, in the user's words
     */
    public record Violation(String field, String message) {}

    private Invalid(List<Violation> violations, Map<String, Object> more) {
        super("Invalid input", inOneSentence(violations), asProperties(violations, more));
        this.violations = List.copyOf(violations);
    }

    public static Invalid field(String field, String message) {
        return new Invalid(List.of(new Violation(field, message)), Map.of());
    }

    public static Invalid field(String field, String message, String remedy) {
        return field(field, message + " " + remedy);
    }

    /**
     * All that is wrong at once, so that nobody has to send again and again. Needs at least one.
     */
    public static Invalid of(List<Violation> violations) {
        return of(violations, Map.of());
    }

    /**
     * The same with more for machines.
     *
     * @param more further members of the answer
     */
    public static Invalid of(List<Violation> violations, Map<String, Object> more) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("Nothing is wrong: no violation given.");
        }
        return new Invalid(violations, more);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public String words() {
        return violations.stream().map(Violation::message).collect(Collectors.joining(" "));
    }

    private static String inOneSentence(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.field() + ": " + each.message())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> asProperties(
            List<Violation> violations, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("field", violations.get(0).field());
        properties.put("errors", List.copyOf(violations));
        return properties;
    }
}
