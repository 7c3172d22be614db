package org.leadrelay.journal;

import org.jspecify.annotations.Nullable;

/**
 * Detail of a line that is told by commitment: the line holds an HMAC of the words under the lead's key, the words are kept
 * elsewhere. They can be proven to be those of that day, and are beyond recovery once the key is gone.
 */
public record CommittedText(String words) {

    /** Null for words that nobody said. */
    public static @Nullable CommittedText orNull(@Nullable String words) {
        return words == null || words.isEmpty() ? null : new CommittedText(words);
    }

    /** Not the words: this may end in a log file. */
    @Override
    public String toString() {
        return "CommittedText";
    }
}
