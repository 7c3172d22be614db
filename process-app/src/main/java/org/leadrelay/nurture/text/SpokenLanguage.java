package org.leadrelay.nurture.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactView;
import org.leadrelay.platform.Language;

/**
 * Language detection for a lead: the language that it chose, else the one that it wrote in, else the one that most people
 * of its country read.
 */
final class SpokenLanguage {

    /** What forms and files call the choice, in small letters without blanks. */
    private static final Set<String> CHOICE = Set.of(
            "language",
            "lang",
            "locale",
            "preferredlanguage",
            "preferred_language",
            "preferred-language",
            "sprache",
            "bevorzugtesprache",
            "korrespondenzsprache");

    /** What forms and files call what somebody wrote. */
    private static final Set<String> WRITTEN = Set.of(
            "message",
            "comment",
            "comments",
            "question",
            "inquiry",
            "enquiry",
            "nachricht",
            "mitteilung",
            "kommentar",
            "frage",
            "anfrage",
            "anliegen");

    private static final Map<String, Language> NAMES = names();

    private static final Set<String> GERMAN_COUNTRIES = Set.of("DE", "AT", "CH", "LI");

    /** Words that one of the two languages is full of, and the other has not. */
    private static final Set<String> GERMAN_WORDS = Set.of(
            ("der die das und ich wir sie nicht ein eine einen ist sind für mit von auf bitte uns ihr ihre zu den dem"
                            + " haben hätte wie gerne guten tag danke über auch oder möchte möchten würde können")
                    .split(" ", -1));

    private static final Set<String> ENGLISH_WORDS = Set.of(
            ("the and you we your our is are for with of to please would have has like hello thanks this that can"
                            + " could about my know what how from do")
                    .split(" ", -1));

    private static final int FEWEST_WORDS = 3;

    private SpokenLanguage() {}

    /**
     * @param facts what is known, with who said so
     * @param country in two letters
     */
    static Language of(List<FactView> facts, @Nullable String country) {
        return chosen(facts)
                .or(() -> written(facts))
                .orElse(
                        country != null && GERMAN_COUNTRIES.contains(country.toUpperCase(Locale.ROOT))
                                ? Language.GERMAN
                                : Language.ENGLISH);
    }

    /** Whoever chose a language that no text is written in rather reads English than that of a neighbour. */
    private static Optional<Language> chosen(List<FactView> facts) {
        return facts.stream()
                .filter(each -> CHOICE.contains(name(each)))
                .map(FactView::value)
                .filter(each -> !each.isBlank())
                .map(SpokenLanguage::named)
                .findFirst();
    }

    private static Language named(String value) {
        String said = value.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(said))
                .or(() -> Language.ofCode(said.split("[-_,;]", -1)[0]))
                .orElse(Language.ENGLISH);
    }

    /** Only what the person wrote: what somebody of ours typed is in the language of the house. */
    private static Optional<Language> written(List<FactView> facts) {
        int german = 0;
        int english = 0;
        for (FactView each : facts) {
            if (each.person() == null && WRITTEN.contains(name(each))) {
                for (String word : WORDS.split(each.value().toLowerCase(Locale.ROOT), -1)) {
                    german += GERMAN_WORDS.contains(word) ? 1 : 0;
                    english += ENGLISH_WORDS.contains(word) ? 1 : 0;
                }
            }
        }
        if (Math.max(german, english) < FEWEST_WORDS || (german < 2 * english && english < 2 * german)) {
            return Optional.empty();
        }
        return Optional.of(german > english ? Language.GERMAN : Language.ENGLISH);
    }

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    private static String name(FactView fact) {
        return fact.name().toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static Map<String, Language> names() {
        Map<String, Language> names = new TreeMap<>();
        for (Language each : Language.values()) {
            for (Language reader : Language.values()) {
                names.put(each.locale().getDisplayLanguage(reader.locale()).toLowerCase(Locale.ROOT), each);
            }
        }
        return Map.copyOf(names);
    }
}
