package org.leadrelay.audit;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedWords;
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

    /** Of longer words the beginning is told. */
    private static final int LONGEST = 120;

    /** SHA-256 in hexadecimal: what stood for words before there were commitments. */
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private static final int SHORT = 8;

    /** Keys whose words are a file for machines: told by the first digits of the commitment. */
    private static final Set<String> NO_WORDS = Set.of("mapping");

    /** Keys whose values are logins. */
    private static final Set<String> LOGINS =
            Set.of("holder", "deputies", "members", "successor", "deputy", "owner", "rep");

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
     * @param words the words behind commitments, as far as they were not erased
     */
    public String of(
            String kind,
            String person,
            @Nullable String subject,
            Map<String, ?> details,
            UnaryOperator<String> names,
            Map<String, String> words,
            Locale locale) {
        Telling telling = new Telling(names, words, locale);
        String said = WORDING.text(
                locale,
                kind,
                names.apply(person),
                telling.subject(Kind.ofCode(kind), subject == null ? "" : subject, details));
        String more = telling.details(details);
        return more.isEmpty() ? said : WORDING.text(locale, "with", said, more);
    }

    /** Whom or what a line is about, where that is told by commitment; empty for everything else. */
    public Optional<String> about(@Nullable String subject, Map<String, String> words, Locale locale) {
        return subject == null || !CommittedWords.isCommitment(subject)
                ? Optional.empty()
                : Optional.of(new Telling(UnaryOperator.identity(), words, locale).committed(subject));
    }

    /** One line in one language. */
    private final class Telling {

        private final UnaryOperator<String> names;
        private final Map<String, String> words;
        private final Locale locale;

        Telling(UnaryOperator<String> names, Map<String, String> words, Locale locale) {
            this.names = names;
            this.words = words;
            this.locale = locale;
        }

        String subject(Kind kind, String subject, Map<String, ?> details) {
            if (CommittedWords.isCommitment(subject)) {
                return committed(subject);
            }
            if (FINGERPRINT.matcher(subject).matches()) {
                return WORDING.text(locale, "fingerprint", subject.substring(0, SHORT));
            }
            boolean aPerson = kind.aboutPerson() || "rep".equals(details.get("of"));
            if (kind == Kind.LOGIN_FAILED) {
                return code(subject, names);
            }
            return aPerson ? names.apply(subject) : code(subject, UnaryOperator.identity());
        }

        /** In the order of their keys; of a change the old and the new value. */
        String details(Map<String, ?> details) {
            Map<String, Object> left = new TreeMap<>(details);
            return left.keySet().stream()
                    .map(key -> key.endsWith(BEFORE) ? key.substring(0, key.length() - BEFORE.length()) : key)
                    .distinct()
                    .map(key -> detail(key, left.get(key + BEFORE), left.get(key)))
                    .collect(Collectors.joining("; "));
        }

        private String detail(String key, @Nullable Object before, @Nullable Object now) {
            UnaryOperator<String> told = each -> told(key, each);
            String label = WORDING.find(locale, "field." + key).orElse(key);
            return before == null
                    ? WORDING.text(locale, "value", label, value(now, told))
                    : WORDING.text(locale, "change", label, value(before, told), value(now, told));
        }

        private String told(String key, String value) {
            if (CommittedWords.isCommitment(value)) {
                return NO_WORDS.contains(key) ? shortened(value) : committed(value);
            }
            return LOGINS.contains(key) ? names.apply(value) : code(value, UnaryOperator.identity());
        }

        private String value(@Nullable Object value, UnaryOperator<String> told) {
            if (value == null) {
                return WORDING.text(locale, "none");
            }
            if (value instanceof Boolean) {
                return code(value.toString(), UnaryOperator.identity());
            }
            String said = (value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                    .map(each -> told.apply(String.valueOf(each)))
                    .collect(Collectors.joining(", "));
            return said.isEmpty() ? WORDING.text(locale, "none") : said;
        }

        private String committed(String commitment) {
            String known = words.get(commitment);
            if (known == null) {
                return WORDING.text(locale, "erased", shortened(commitment));
            }
            String line = known.replaceAll("\\s+", " ");
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        }

        private static String shortened(String commitment) {
            int digits = commitment.indexOf(':') + 1;
            return commitment.substring(digits, digits + SHORT);
        }

        /** A code in words where it has some, a login as a name; anything else as it stands. */
        private String code(String code, UnaryOperator<String> named) {
            return WORDING.find(locale, "code." + code)
                    .orElseGet(() -> LocalMoment.text(named.apply(code), zone, locale));
        }
    }
}
