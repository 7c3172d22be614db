package org.leadrelay.audit;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Text rendering of the lines that are no lead's: one sentence for each kind, and behind it what changed, the old value
 * before the new one.
 */
@Component
public class OperationSentences {

    private static final String BEFORE = "Before";

    /** Keys whose values are logins. */
    private static final Set<String> LOGINS =
            Set.of("holder", "deputies", "members", "successor", "deputy", "owner", "rep");

    /** Kinds that are about a person. */
    private static final Set<Kind> ABOUT_PEOPLE = Set.of(
            Kind.LOGGED_IN,
            Kind.LOGIN_FAILED,
            Kind.SESSION_ENDED,
            Kind.PERSON_ADDED,
            Kind.PERSON_CHANGED,
            Kind.PERSON_DEACTIVATED,
            Kind.PERSON_ACTIVATED,
            Kind.PASSWORD_RESET,
            Kind.PASSWORD_CHANGED,
            Kind.REP_LIMITED,
            Kind.REP_SKILLED,
            Kind.REP_AWAY,
            Kind.REP_BACK,
            Kind.ABSENCE_CANCELLED);

    private static final Wording WORDING = Wording.of(OperationSentences.class, "operations");

    private final ZoneId zone;

    OperationSentences(@Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param kind the code of a kind that is not of leads
     * @param person login of who did it
     * @param subject whom or what the line is about
     * @param names gives the name of whoever has a login
     */
    public String of(
            String kind,
            String person,
            @Nullable String subject,
            Map<String, ?> details,
            UnaryOperator<String> names,
            Locale locale) {
        String about = subject == null ? "" : subject;
        String said = WORDING.text(
                locale, kind, names.apply(person), subject(Kind.ofCode(kind), about, details, names, locale));
        String more = details(details, names, locale);
        return more.isEmpty() ? said : WORDING.text(locale, "with", said, more);
    }

    private String subject(
            Kind kind, String subject, Map<String, ?> details, UnaryOperator<String> names, Locale locale) {
        boolean aPerson = ABOUT_PEOPLE.contains(kind) || "rep".equals(details.get("of"));
        if (kind == Kind.LOGIN_FAILED) {
            return code(subject, locale, names);
        }
        return aPerson ? names.apply(subject) : code(subject, locale, UnaryOperator.identity());
    }

    /** In the order of their keys; of a change the old and the new value. */
    private String details(Map<String, ?> details, UnaryOperator<String> names, Locale locale) {
        Map<String, Object> left = new TreeMap<>(details);
        return left.keySet().stream()
                .map(key -> key.endsWith(BEFORE) ? key.substring(0, key.length() - BEFORE.length()) : key)
                .distinct()
                .map(key -> detail(key, left.get(key + BEFORE), left.get(key), names, locale))
                .collect(Collectors.joining("; "));
    }

    private String detail(
            String key, @Nullable Object before, @Nullable Object now, UnaryOperator<String> names, Locale locale) {
        UnaryOperator<String> named =
                LOGINS.contains(key) ? names : each -> code(each, locale, UnaryOperator.identity());
        String label = WORDING.find(locale, "field." + key).orElse(key);
        return before == null
                ? WORDING.text(locale, "value", label, value(now, named, locale))
                : WORDING.text(locale, "change", label, value(before, named, locale), value(now, named, locale));
    }

    private String value(@Nullable Object value, UnaryOperator<String> words, Locale locale) {
        if (value == null) {
            return WORDING.text(locale, "none");
        }
        if (value instanceof Boolean) {
            return code(value.toString(), locale, UnaryOperator.identity());
        }
        String said = (value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .map(each -> words.apply(String.valueOf(each)))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? WORDING.text(locale, "none") : said;
    }

    /** A code in words where it has some, a login as a name; anything else as it stands. */
    private String code(String code, Locale locale, UnaryOperator<String> names) {
        return WORDING.find(locale, "code." + code).orElseGet(() -> LocalMoment.text(names.apply(code), zone, locale));
    }
}
