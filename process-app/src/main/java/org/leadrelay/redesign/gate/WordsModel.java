package org.leadrelay.redesign.gate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Parsed words of a model in a language.
 *
 * @param twice keys that stand in it more than once
 */
record WordsModel(ModelFile file, String model, String language, Map<String, String> words, List<String> twice) {

    /** Tells of every key that is put, where {@link Properties} keeps the last. */
    private static final class Keys extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient List<String> twice = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(String.valueOf(key));
            }
            return super.put(key, value);
        }
    }

    /**
     * @throws UnreadableFile when it is no properties file
     */
    static WordsModel read(ModelFile file) {
        Keys keys = new Keys();
        try {
            keys.load(new StringReader(SafeXmlParser.text(file.name(), file.content())));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableFile(new Finding(
                    Severity.REFUSAL,
                    Rule.WORDS_MALFORMED.code(),
                    file.name(),
                    null,
                    List.of(String.valueOf(malformed.getMessage()))));
        } catch (IOException never) {
            throw new UncheckedIOException("a text in memory can be read", never);
        }
        Map<String, String> words = new HashMap<>();
        keys.stringPropertyNames().forEach(key -> words.put(key, keys.getProperty(key)));
        int underscore = file.id().lastIndexOf('_');
        return new WordsModel(
                file,
                underscore < 0 ? file.id() : file.id().substring(0, underscore),
                underscore < 0 ? "" : file.id().substring(underscore + 1),
                words,
                keys.twice);
    }
}
