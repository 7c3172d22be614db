package org.leadrelay.charter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agreed list in both languages. What a sender left out is empty here, and the check
 * of a draft says so.
 *
 * @param value the code that routes and is logged; never changes its meaning
 * @param nextStep what marketing usually does with a lead rejected for this reason: {@code
 *     recycle}, {@code junk} or {@code dispute}; null in every other list
 */
public record AgreedOption(String value, String english, String german, @Nullable String nextStep) {

    public AgreedOption {
        value = Given.text(value);
        english = Given.text(english);
        german = Given.text(german);
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }
}
