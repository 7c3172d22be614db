package org.leadrelay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Letters and frequent words of languages, by which the encoding of a file is guessed. */
final class LanguageStatistics {

    private static final Map<String, Language> ALL = read();

    private LanguageStatistics() {}

    /**
     * One language.
     *
     * @param letters of a script other than Latin: all, the frequent ones first; otherwise what it
     *     has beside a to z
     * @param words frequent ones; of a script without letters its frequent signs
     * @param latin whether a to z belong to it
     */
    record Language(String letters, Set<String> words, boolean latin) {

        boolean has(int letter) {
            return letters.indexOf(letter) >= 0 || (latin && letter < 128);
        }

        /** Short words say little: a single letter is one in some encoding whatever its byte. */
        boolean knows(String word) {
            return word.length() >= (latin ? 4 : 3) && words.contains(word);
        }

        /** How surprising a letter is; letters get rarer by a twelfth from one to the next. */
        double surprise(int letter) {
            int rank = letters.indexOf(letter);
            return (rank < 0 ? letters.length() * 2 : rank) / 12.0;
        }

        /** What the language's own texts surprise with on average. */
        double usualSurprise() {
            double sum = 0;
            double weights = 0;
            for (int rank = 0; rank < letters.length(); rank++) {
                double weight = Math.exp(-rank / 12.0);
                sum += weight * rank / 12.0;
                weights += weight;
            }
            return sum / weights;
        }
    }

    static Language of(String code) {
        Language language = ALL.get(code);
        if (language == null) {
            throw new IllegalArgumentException("No language " + code);
        }
        return language;
    }

    private static Map<String, Language> read() {
        Properties file = new Properties();
        try (InputStream in = LanguageStatistics.class.getResourceAsStream("/intake/languages.properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Language> all = new HashMap<>();
        for (String key : file.stringPropertyNames()) {
            String code = key.substring(0, key.indexOf('.'));
            String letters = file.getProperty(code + ".letters", "");
            String words = file.getProperty(code + ".words", "");
            boolean latin = !letters.isEmpty() && letters.codePointAt(0) < 0x250;
            all.put(code, new Language(letters, letters.isEmpty() ? signs(words) : words(words), latin));
        }
        return Map.copyOf(all);
    }

    private static Set<String> signs(String words) {
        return words.codePoints().mapToObj(Character::toString).collect(Collectors.toSet());
    }

    private static Set<String> words(String words) {
        return new HashSet<>(Arrays.asList(words.split(" ", -1)));
    }
}
