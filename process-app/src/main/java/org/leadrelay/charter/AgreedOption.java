package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;

/**
 * One line of an agreed list in both languages. What a sender left out is empty here, and the check
 * of a draft says so.
 *
 * @param value the code that routes and is logged; never changes its meaning
 * @param nextStep what marketing usually does with a lead rejected for this reason: {@code
 *     recycle}, {@code junk} or {@code dispute}; null in every other list
 */
public record AgreedOption(
        String value, @JsonUnwrapped Words words, @Nullable String nextStep) {

    /** What can come next after a rejection. */
    public static final List<String> NEXT_STEPS = List.of("recycle", "junk", "dispute");

    private static final String REJECTION_REASONS = "rejectionReasons";

    public AgreedOption {
        value = EmptyDefaults.text(value);
        words = EmptyDefaults.words(words);
    }

    /** Whether the lines of this list say what comes next. */
    public static boolean haveNextStep(String list) {
        return list.equals(REJECTION_REASONS);
    }

    public String label(Locale locale) {
        return words.in(locale);
    }
}
