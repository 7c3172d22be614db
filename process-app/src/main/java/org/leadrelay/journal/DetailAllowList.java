package org.leadrelay.journal;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Allow-list of what may stand in a sealed line (data minimisation): numbers, yes and no, times, ids, codes under a registered key, what {@link
 * ListedText} vouches for, and commitments. A text that is none of these may be about a person, and a sealed line outlives
 * the person: tests fail at it, in production it becomes a commitment.
 */
final class DetailAllowList {

    private static final Logger LOG = LoggerFactory.getLogger(DetailAllowList.class);

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?");
    private static final Pattern DURATION = Pattern.compile("-?P[-0-9DTHMS.]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");

    private final Kind kind;
    private final AllowedKeys keys;
    private final boolean strict;
    private final UnaryOperator<String> commitments;
    private final PeopleInLines people;

    /**
     * @param strict whether a text that may not stand there is an error
     * @param commitments makes the commitment to a text
     * @param people makes what stands for a person
     */
    DetailAllowList(Kind kind, boolean strict, UnaryOperator<String> commitments, PeopleInLines people) {
        this.kind = kind;
        this.keys = AllowedKeys.of(kind);
        this.strict = strict;
        this.commitments = commitments;
        this.people = people;
    }

    /**
     * The details as they may be sealed.
     *
     * @throws IllegalArgumentException when it is strict and something may not stand there
     */
    Map<String, @Nullable Object> pass(Map<String, ?> details) {
        Map<String, @Nullable Object> passed = new TreeMap<>();
        details.forEach((key, value) -> passed.put(key, pass(key, value)));
        return passed;
    }

    private @Nullable Object pass(String key, @Nullable Object value) {
        if (value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof Duration
                || value instanceof UUID
                || value instanceof Enum<?>) {
            return value;
        }
        if (value instanceof ListedText listed) {
            return keys.isOfPeople(key) ? people.sealedIfKnown(listed.text()) : listed.text();
        }
        if (value instanceof CommittedText committed) {
            return commitments.apply(committed.words());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> passed = new TreeMap<>();
            map.forEach((name, each) -> passed.put(String.valueOf(name), pass(String.valueOf(name), each)));
            return passed;
        }
        if (value instanceof Collection<?> several) {
            List<@Nullable Object> passed = new ArrayList<>();
            several.forEach(each -> passed.add(
                    keys.isOfPeople(key) && each instanceof List<?> person
                            ? passPerson(key, person)
                            : pass(key, each)));
            return passed;
        }
        String text = value.toString();
        if (!(value instanceof String) || !mayStand(key, text)) {
            return refused(key, text);
        }
        return keys.isOfPeople(key) && !text.isEmpty() && !TIME.matcher(text).matches() ? people.sealed(text) : text;
    }

    /** A person with figures and codes: the person stands first. */
    private List<@Nullable Object> passPerson(String key, List<?> person) {
        List<@Nullable Object> passed = new ArrayList<>();
        for (Object each : person) {
            if (!passed.isEmpty() && each instanceof String code) {
                passed.add(mayStand(key, code) ? code : refused(key, code));
            } else {
                passed.add(pass(key, each));
            }
        }
        return passed;
    }

    /**
     * The subject of a line that is no lead's, as it may be sealed.
     *
     * @param details as they were given
     * @throws IllegalArgumentException when it is strict and the text may not stand there
     */
    String passSubject(String subject, Map<String, ?> details) {
        if (!kind.subject().fits(subject)) {
            return refused("subject", subject);
        }
        if (!PeopleInDetails.isSubject(kind.code(), details)) {
            return subject;
        }
        return kind == Kind.LOGIN_FAILED ? people.sealedIfKnown(subject) : people.sealed(subject);
    }

    private boolean mayStand(String key, String text) {
        return text.isEmpty()
                || keys.vouchFor(key, text)
                || isIdOrTime(text)
                || DURATION.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    /** Whether a text is by its shape an id or a time, and so nobody's name or number. */
    static boolean isIdOrTime(String text) {
        return UUID_SHAPE.matcher(text).matches() || TIME.matcher(text).matches();
    }

    private String refused(String key, String text) {
        if (strict) {
            throw new IllegalArgumentException("the detail " + key + " of a " + kind.code()
                    + " line is a text that nothing vouches for: register its key in AllowedKeys, or make it"
                    + " ListedText or CommittedText");
        }
        LOG.warn("The detail {} of a {} line was told by commitment: nothing vouches for its text", key, kind.code());
        return commitments.apply(text);
    }
}
