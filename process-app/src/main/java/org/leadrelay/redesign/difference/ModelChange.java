package org.leadrelay.redesign.difference;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;

/**
 * Change between two releases, of one property of one element.
 *
 * @param file name of the file
 * @param element id of the element (of a table the id of the row or column); null for the file as a whole
 * @param elementName what it is called in English, its id where it has no name
 * @param property as models write it, {@code camunda:dueDate}; empty where the element itself came, went or was renamed
 * @param before null where there was none
 * @param after null where there is none
 * @param sentences what changed, in words, by the code of the language
 */
public record ModelChange(
        Category category,
        Kind kind,
        String file,
        @Nullable String element,
        String elementName,
        String property,
        @Nullable String before,
        @Nullable String after,
        Map<String, String> sentences) {

    public ModelChange {
        sentences = Map.copyOf(sentences);
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Most probably the same element by another id: before and after are the two ids. */
        RENAMED;

        /** As REST writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In words a head of sales understands: "Answer hand-off: reminder now after 2 hours instead of 4 hours". */
    public String sentence(Locale locale) {
        return sentences.getOrDefault(Language.of(locale).code(), "");
    }
}
