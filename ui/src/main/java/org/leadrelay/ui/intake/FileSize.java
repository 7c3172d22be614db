package org.leadrelay.ui.intake;

import java.text.NumberFormat;
import java.util.Locale;

/** Bytes in the largest unit that gives a number people read. */
record FileSize(Locale locale) {

    private static final String[] UNITS = {"B", "kB", "MB", "GB"};
    private static final double STEP = 1_000;

    String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || size >= 10 ? 0 : 1);
        return format.format(size) + " " + UNITS[unit];
    }
}
