package org.leadrelay.redesign.difference;

import java.util.Locale;
import java.util.Optional;

/** Port to what both sides agreed for a clause, so that a deadline is said with its figures. */
public interface ClauseTerms {

    /** Knows no clause. */
    ClauseTerms NONE = (part, clause, locale) -> Optional.empty();

    /**
     * @param part {@code due} or {@code remind}
     * @return in words to stand in brackets: "75 %"
     */
    Optional<String> terms(String part, String clause, Locale locale);
}
