package org.leadrelay.opening;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port to deployed decision tables that are evaluated for reading only: nothing is written to the log, and no variable is set. Every
 * version has the words that were deployed with it.
 */
public interface DecisionEvaluator {

    /** What the first row that applies says in this column; empty when none applies, or the table has no such column or version. */
    Optional<String> answer(
            String table, int version, String output, Map<String, ? extends @Nullable Object> variables);

    /** All that its rows may say in this column, each once, in their order. */
    List<String> answers(String table, int version, String output);

    /**
     * Why a row is there, in this language where somebody has found words for it.
     *
     * @param row from 1
     */
    Optional<String> reason(String table, int version, int row, Locale locale);

    /** The words beside the table in this language, by key; the English ones for what is not said in it. */
    Map<String, String> words(String table, int version, Locale locale);
}
