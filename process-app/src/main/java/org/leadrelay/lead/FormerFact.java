package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * Former value of a fact as it is stored.
 *
 * @param step the task in which it was answered; null where it came otherwise
 * @param replacedByStep the task in whose answer it was replaced; null where it was replaced otherwise
 */
record FormerFact(
        OldFact fact, @Nullable String step, @Nullable String replacedByStep) {

    static FormerFact replaced(StoredFact old, StoredFact by) {
        FactSource from = old.source();
        return new FormerFact(
                new OldFact(
                        old.name(),
                        old.label(),
                        old.value(),
                        from.name(),
                        from.person(),
                        old.at(),
                        by.at(),
                        by.source().name(),
                        true),
                from.step(),
                by.source().step());
    }
}
