package org.leadrelay.board.words;

import java.text.NumberFormat;
import java.util.Locale;
import org.leadrelay.platform.Wording;

/**
 * Natural frequencies for an interval: "between 4 and 6 of 10". Both ends are rounded away from each other, so that the words never
 * claim more than the figures.
 */
public final class RateWords {

    private static final Wording WORDING = Wording.of(RateWords.class);

    /** Ends of intervals are doubles: 0.3 of 10 shall be 3. */
    private static final double ROUNDING = 1e-9;

    /** Below these widths the next larger whole is named, so that both ends differ. */
    private static final double COARSE = 0.15;

    private static final double FINE = 0.015;

    private RateWords() {}

    /** Of an interval within 0 and 1. */
    public static String of(double low, double high, Locale locale) {
        int whole = high - low >= COARSE ? 10 : high - low >= FINE ? 100 : 1000;
        long least = (long) Math.floor(low * whole + ROUNDING);
        long most = (long) Math.ceil(high * whole - ROUNDING);
        String of = number(whole, locale);
        if (least <= 0 && most >= whole) {
            return WORDING.text(locale, "rate.anything", of);
        }
        if (least <= 0) {
            return WORDING.text(locale, "rate.atMost", number(most, locale), of);
        }
        if (most >= whole) {
            return WORDING.text(locale, "rate.atLeast", number(least, locale), of);
        }
        return least == most
                ? WORDING.text(locale, "rate.exactly", number(least, locale), of)
                : WORDING.text(locale, "rate.between", number(least, locale), number(most, locale), of);
    }

    private static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
