package org.leadrelay.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Validation error, with each field, what is wrong with it and the remedy; REST answers 422. REST answers 422. */
public final class Invalid extends ProductException {

    private static final long serialVersionUID = 1L;

    /** What one answer names; the rest is counted. */
    static final int MOST_NAMED = 100;

    private static final int MOST_IN_WORDS = 10;

    private static final Wording WORDING = Wording.of(Invalid.class);

    private final transient List<Violation> violations;
    private final int more;

    /**
     * One thing wrong.
     *
     * @param field the name the sender used for it
     * @param message what is wrong and what to do, in the user's words
     */
    public record Violation(String field, String message) {}

    private Invalid(List<Violation> violations, Map<String, Object> more) {
        super(
                "Invalid input",
                inWords(violations, 0, each -> each.field() + ": " + each.message()),
                asProperties(violations, more));
        this.violations = named(violations);
        this.more = violations.size() - this.violations.size();
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

    /** The first hundred. */
    public List<Violation> violations() {
        return violations;
    }

    /** How many there are beyond {@link #violations}. */
    public int more() {
        return more;
    }

    @Override
    public String words() {
        return inWords(violations, more, Violation::message);
    }

    private static String inWords(List<Violation> violations, int beyond, Function<Violation, String> each) {
        String first = violations.stream().limit(MOST_IN_WORDS).map(each).collect(Collectors.joining(" "));
        int unsaid = violations.size() + beyond - MOST_IN_WORDS;
        return unsaid <= 0 ? first : first + " " + WORDING.text("moreWrong", unsaid);
    }

    private static List<Violation> named(List<Violation> violations) {
        return List.copyOf(violations.subList(0, Math.min(violations.size(), MOST_NAMED)));
    }

    private static Map<String, Object> asProperties(List<Violation> violations, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("field", violations.get(0).field());
        properties.put("errors", named(violations));
        if (violations.size() > MOST_NAMED) {
            properties.put("moreErrors", violations.size() - MOST_NAMED);
        }
        return properties;
    }
}
