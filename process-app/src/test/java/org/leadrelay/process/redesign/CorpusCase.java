package org.leadrelay.process.redesign;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Rule;

/**
 * A release with one fault.
 *
 * @param files all files of the release
 * @param rule that it breaks; null for one that is good
 * @param element where; null for a file or the release as a whole
 */
record CorpusCase(
        String title,
        Map<String, byte[]> files,
        @Nullable Rule rule,
        @Nullable String element) {

    @Override
    public String toString() {
        return title;
    }
}
