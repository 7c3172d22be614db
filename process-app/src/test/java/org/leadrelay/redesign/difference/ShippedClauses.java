package org.leadrelay.redesign.difference;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Clauses as they come with the product: each is called as its step is. */
final class ShippedClauses implements ClauseTerms {

    private final BiFunction<String, String, Optional<String>> terms;

    /** Of which nobody asks what was agreed. */
    ShippedClauses() {
        this((part, clause) -> Optional.empty());
    }

    /**
     * @param terms what was agreed, by part and clause
     */
    ShippedClauses(BiFunction<String, String, Optional<String>> terms) {
        this.terms = terms;
    }

    @Override
    public Optional<String> terms(String part, String clause, Locale locale) {
        return terms.apply(part, clause);
    }

    @Override
    public Optional<String> element(String clause) {
        return Optional.of("Activity_" + clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1));
    }
}
