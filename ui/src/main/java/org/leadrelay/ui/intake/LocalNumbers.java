package org.leadrelay.ui.intake;

import java.io.Serializable;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as the reader's language writes them. */
record LocalNumbers(Locale locale) implements Serializable {

    String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
