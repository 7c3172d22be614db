package org.leadrelay.audit;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Text rendering of the lines of the journey log, in a person's language. */
@Component
class JourneySentences {

    /** What a sentence is about: the first of these that the line has. */
    private static final List<String> ABOUT = List.of(
            "end",
            "outcome",
            "assignee",
            "to",
            "signal",
            "clause",
            "rep",
            "field",
            "consent",
            "channel",
            "template",
            "reason");

    /** Of them, those that hold logins. */
    private static final Set<String> LOGINS = Set.of("assignee", "to", "rep");

    private static final String BREACH_REASONS = "breachReasons";

    private static final Wording WORDING = Wording.of(JourneySentences.class, "sentences");

    private final CharterWords charter;
    private final ZoneId zone;

    JourneySentences(CharterWords charter, @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId zone) {
        this.charter = charter;
        this.zone = zone;
    }

    /**
     * @param names gives the name of whoever has a login
     */
    String of(
            String kind,
            String person,
            @Nullable String element,
            Map<String, Object> details,
            UnaryOperator<String> names,
            Locale locale) {
        if (kind.equals(Kind.CHOICE.code()) || kind.equals(Kind.WAITING.code())) {
            return WORDING.text(
                    locale,
                    kind,
                    names.apply(first(details, "rep")),
                    new ChoiceWords(WORDING, details, names, locale).text());
        }
        if (kind.equals(Kind.TOUCH.code()) && "skipped".equals(details.get("state"))) {
            String reason = first(details, "reason");
            return WORDING.text(
                    locale,
                    "touch.skipped",
                    WORDING.find(locale, "touch." + reason).orElse(reason));
        }
        if (kind.equals(Kind.TOUCH.code())
                && "external".equals(details.get("touchKind"))
                && "MAIL".equals(details.get("channel"))) {
            return WORDING.text(locale, "touch.external", first(details, "template"));
        }
        if (kind.equals(Kind.MAIL_EVENT.code()) || kind.equals(Kind.TOOL_EVENT.code())) {
            return ofMail(kind, details, locale);
        }
        if (kind.equals(Kind.SIGNAL.code()) && Boolean.FALSE.equals(details.get("counts"))) {
            return WORDING.text(locale, "signal.uncounted", "", "", about(details, names, locale));
        }
        return WORDING.text(
                locale,
                kind.equals(Kind.REOPENED.code()) && details.containsKey("cause")
                        ? kind + "." + details.get("cause")
                        : kind,
                element == null ? "" : element,
                names.apply(person),
                kind.equals(Kind.TASK_COMPLETED.code())
                        ? new AnswerWords(
                                        WORDING,
                                        charter,
                                        names,
                                        instant -> LocalMoment.text(instant, zone, locale),
                                        locale)
                                .text(details)
                        : about(details, names, locale),
                new DecisionWords(WORDING, locale).table(first(details, "table")),
                first(details, "rows"),
                outputs(details, locale),
                LocalMoment.text(first(details, "due", "at"), zone, locale),
                charter.option(BREACH_REASONS, first(details, "reason"), locale));
    }

    /** What a search calls lines of this kind. */
    String kind(Locale locale, Kind kind) {
        return WORDING.text(locale, "kind." + kind.code());
    }

    /** Of a mail, whoever writes and sends it. */
    private static String ofMail(String kind, Map<String, Object> details, Locale locale) {
        String version = first(details, "textVersion");
        String key = kind + "." + first(details, "event") + (version.equals("0") ? ".shipped" : "");
        String track = first(details, "track");
        String reason = first(details, "reason");
        return WORDING.text(
                locale,
                WORDING.find(locale, key).isPresent() ? key : kind,
                first(details, "template"),
                first(details, "status"),
                WORDING.find(locale, "output.track." + track).orElse(track),
                WORDING.find(locale, reason)
                        .or(() -> WORDING.find(locale, "touch." + reason))
                        .orElse(reason),
                first(details, "tool"),
                Locale.forLanguageTag(first(details, "textLanguage")).getDisplayLanguage(locale),
                version,
                first(details, "textPath"));
    }

    private String about(Map<String, Object> details, UnaryOperator<String> names, Locale locale) {
        return ABOUT.stream()
                .filter(name -> details.get(name) != null)
                .findFirst()
                .map(name -> all(details.get(name))
                        .map(each -> LOGINS.contains(name) ? names.apply(each) : word(name, each, locale))
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static Stream<String> all(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf)
                : Stream.of(String.valueOf(value));
    }

    /** A clause as the charter calls it, a code in words where it has some; a word of a model stays as it is. */
    private String word(String name, String code, Locale locale) {
        return name.equals("clause")
                ? charter.clause(code, locale)
                : WORDING.find(locale, "code." + code).orElse(code);
    }

    private static String first(Map<String, Object> details, String... names) {
        for (String name : names) {
            Object value = details.get(name);
            if (value != null) {
                return value.toString().replaceAll("[\\[\\]]", "");
            }
        }
        return "";
    }

    private String outputs(Map<String, Object> details, Locale locale) {
        String said = details.get("outputs") instanceof Map<?, ?> outputs
                ? new DecisionWords(WORDING, locale).outputs(outputs)
                : "";
        return said.isEmpty() ? WORDING.text(locale, "nothing") : said;
    }
}
