package org.leadrelay.redesign.difference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.leadrelay.platform.Language;

/** Every language that the product speaks, about one model. */
final class SentencesByLanguage {

    private final Map<Language, ModelPhrases> speeches = new LinkedHashMap<>();

    /** How a model is spoken of in a language. */
    SentencesByLanguage(Function<Language, ModelPhrases> speech) {
        Arrays.stream(Language.values()).forEach(each -> speeches.put(each, speech.apply(each)));
    }

    ModelPhrases english() {
        return Objects.requireNonNull(speeches.get(Language.ENGLISH));
    }

    /** The same in each, by the code of the language. */
    Map<String, String> say(Function<ModelPhrases, String> sentence) {
        Map<String, String> said = new LinkedHashMap<>();
        speeches.forEach((language, speech) -> said.put(language.code(), sentence.apply(speech)));
        return said;
    }
}
