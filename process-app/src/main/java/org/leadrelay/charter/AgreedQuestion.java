package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import org.leadrelay.platform.Words;

/**
 * A question that is answered before a lead counts as sales-ready.
 *
 * @param field the form field of the models that holds the answer
 */
public record AgreedQuestion(String field, @JsonUnwrapped Words words) {

    public AgreedQuestion {
        field = EmptyDefaults.text(field);
        words = EmptyDefaults.words(words);
    }

    public String label(Locale locale) {
        return words.in(locale);
    }
}
