package org.leadrelay.redesign.difference;

import java.util.Locale;
import java.util.Optional;

/** Port to what both sides agreed for a clause, so that a deadline is said with its figures. */
public interface ClauseTerms {

    /** Knows no clause. */
    ClauseTerms NONE = new ClauseTerms() {

        @Override
        public Optional<String> terms(String part, String clause, Locale locale) {
            return Optional.empty();
        }

        @Override
        public Optional<String> element(String clause) {
            return Optional.empty();
        }
    };

    /**
     * @param part {@code due} or {@code remind}
     * @return in words to stand in brackets: "75 %"
     */
    Optional<String> terms(String part, String clause, Locale locale);

    /** Id of the step that a clause times; empty for a clause that nobody agreed. */
    Optional<String> element(String clause);
}
