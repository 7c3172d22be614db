package org.leadrelay.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Traversal of a sealed line's details and subject that puts something else in the place of each reference to a person. */
final class PeopleInDetails {

    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> ABOUT_PEOPLE =
            Stream.of(Kind.values()).filter(Kind::aboutPerson).map(Kind::code).collect(Collectors.toUnmodifiableSet());

    /** What a line about a calendar says of its subject, where that is no person. */
    private static final String TEAM = "team";

    private final String kind;
    private final AllowedKeys keys;
    private final UnaryOperator<String> instead;

    /**
     * @param kind code of the line's kind
     * @param instead what comes in the place of a reference
     */
    PeopleInDetails(String kind, UnaryOperator<String> instead) {
        this.kind = kind;
        this.keys = AllowedKeys.ofCode(kind);
        this.instead = instead;
    }

    /**
     * Whether the subject of such a line is a person.
     *
     * @param kind code of a kind, or what somebody wrote in its place
     */
    static boolean isSubject(String kind, Map<String, ?> details) {
        return ABOUT_PEOPLE.contains(kind) && !TEAM.equals(details.get("of"));
    }

    Map<String, Object> of(Map<String, Object> details) {
        Map<String, Object> read = new LinkedHashMap<>();
        details.forEach((key, value) -> read.put(key, of(key, value)));
        return read;
    }

    /** The subject of a line about a person; every other as it is. */
    @Nullable
    String subject(@Nullable String subject, Map<String, Object> details) {
        return subject != null && isSubject(kind, details) ? person(subject) : subject;
    }

    private @Nullable Object of(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> read = new LinkedHashMap<>();
            map.forEach((name, each) -> read.put(String.valueOf(name), of(String.valueOf(name), each)));
            return read;
        }
        if (!keys.isOfPeople(key)) {
            return value;
        }
        if (value instanceof Collection<?> several) {
            List<Object> read = new ArrayList<>();
            several.forEach(each -> read.add(each instanceof List<?> told ? told(told) : element(each)));
            return read;
        }
        return element(value);
    }

    /** A person with figures: the person stands first. */
    private List<Object> told(List<?> person) {
        List<Object> read = new ArrayList<>(person);
        if (!read.isEmpty()) {
            read.set(0, element(read.get(0)));
        }
        return read;
    }

    private @Nullable Object element(@Nullable Object value) {
        return value instanceof String text ? person(text) : value;
    }

    private String person(String text) {
        return REFERENCE.matcher(text).matches() ? instead.apply(text) : text;
    }
}
