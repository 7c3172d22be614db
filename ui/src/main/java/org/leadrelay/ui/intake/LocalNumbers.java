package org.leadrelay.ui.intake;

import java.io.Serializable;
import java.text.NumberFormat;
import java.util.Locale;

/** Number format of the reader's language. */
record LocalNumbers(Locale locale) implements Serializable {

    String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
