package org.leadrelay.lead;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Validation of a statement's texts and moment. */
final class StatementCheck {

    private static final int LONGEST = 200;
    private static final int LONGEST_WORDING = 5_000;

    private StatementCheck() {}

    /**
     * @param prefix what stands before the names of its fields
     * @param wrong takes a field and what is wrong with it
     */
    static void check(String prefix, Statement said, Instant now, BiConsumer<String, String> wrong) {
        problem(prefix + "purpose", TextRules.problem(said.purpose(), LONGEST), wrong);
        problem(prefix + "basis", TextRules.problem(said.basis(), LONGEST), wrong);
        if (said.wording() != null) {
            problem(prefix + "wording", TextRules.problem(said.wording(), LONGEST_WORDING), wrong);
        }
        if (said.source() != null) {
            problem(prefix + "source", TextRules.problem(said.source(), LONGEST), wrong);
        }
        problem(prefix + "at", Moments.problem(said.at(), now), wrong);
    }

    private static void problem(String field, @Nullable String problem, BiConsumer<String, String> wrong) {
        if (problem != null) {
            wrong.accept(field, problem);
        }
    }
}
