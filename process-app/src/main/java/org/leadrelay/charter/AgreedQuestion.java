package org.leadrelay.charter;

import java.util.Locale;

/**
 * A question that is answered before a lead counts as sales-ready.
 *
 * @param field the form field of the models that holds the answer
 */
public record AgreedQuestion(String field, String english, String german) {

    public AgreedQuestion {
        field = EmptyDefaults.text(field);
        english = EmptyDefaults.text(english);
        german = EmptyDefaults.text(german);
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }
}
