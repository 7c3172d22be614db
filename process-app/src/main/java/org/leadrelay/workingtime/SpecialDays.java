package org.leadrelay.workingtime;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days on which other hours hold than the week and the public holidays say: closed, or open after
 * all. Where two of them meet, the shorter one holds.
 *
 * @param name what people call these days; told with the arithmetic
 * @param openings none on days that stay closed
 */
public record SpecialDays(String name, LocalDate first, LocalDate last, List<Opening> openings) {

    public SpecialDays {
        openings = OpeningHours.checked(name, openings);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("\"%s\" ends (%s) before it begins (%s)".formatted(name, last, first));
        }
    }

    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
