package org.leadrelay.redesign.difference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.ModelFile;

/** Comparison of two versions of a model's words in another language, key by key. */
final class WordsComparison {

    private WordsComparison() {}

    /** By key; what cannot be read says nothing. */
    static Map<String, String> words(ModelFile file) {
        Properties words = new Properties();
        try {
            words.load(new StringReader(new String(file.content(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException malformed) {
            return Map.of();
        }
        Map<String, String> byKey = new TreeMap<>();
        words.stringPropertyNames().forEach(each -> byKey.put(each, words.getProperty(each)));
        return byKey;
    }

    /** Id of the model whose words these are. */
    static String model(ModelFile words) {
        int end = words.id().lastIndexOf('_');
        return end < 0 ? words.id() : words.id().substring(0, end);
    }

    /** Code of their language. */
    static String language(ModelFile words) {
        return words.id().substring(words.id().lastIndexOf('_') + 1);
    }

    static List<ModelChange> changes(ModelFile before, ModelFile after, SentencesByLanguage voices) {
        Map<String, String> then = words(before);
        Map<String, String> now = words(after);
        Locale language = Locale.forLanguageTag(language(after));
        TreeSet<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        List<ModelChange> found = new ArrayList<>();
        for (String each : keys) {
            @Nullable String was = then.get(each);
            @Nullable String is = now.get(each);
            if (was == null || is == null || !was.equals(is)) {
                ModelChange.Kind kind = Delta.changed(List.of(), each, was, is).kind();
                String element = each.split("\\.", 2)[0];
                found.add(new ModelChange(
                        Category.WORDS,
                        kind,
                        after.name(),
                        element,
                        voices.english().name(element),
                        each,
                        was,
                        is,
                        voices.say(speech -> speech.text(
                                "words." + kind.code(),
                                language.getDisplayLanguage(speech.locale()),
                                place(each, element, speech),
                                speech.value(is),
                                speech.value(was)))));
            }
        }
        return found;
    }

    private static String place(String key, String element, ModelPhrases speech) {
        String called = speech.name(element);
        return key.equals(element) ? called : called + ", " + key.substring(element.length() + 1);
    }
}
