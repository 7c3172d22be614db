package org.leadrelay.workingtime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Opening hours that nobody would think of. */
final class RandomHours {

    private RandomHours() {}

    /** Nights, breaks, holidays and special days in the days from one on; never overlapping. */
    static OpeningHours around(Random random, LocalDate first, int days) {
        while (true) {
            try {
                Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
                for (DayOfWeek day : DayOfWeek.values()) {
                    if (random.nextInt(4) > 0) {
                        week.put(day, ranges(random));
                    }
                }
                ArrayList<SpecialDays> special = new ArrayList<SpecialDays>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    LocalDate from = first.plusDays(random.nextInt(days));
                    special.add(new SpecialDays(
                            "special " + i,
                            from,
                            from.plusDays(random.nextInt(4)),
                            random.nextBoolean() ? List.of() : ranges(random)));
                }
                return new OpeningHours(
                        week,
                        random.nextInt(3) == 0 ? PublicHolidays.of("de", List.of("by")) : PublicHolidays.NONE,
                        special);
            } catch (IllegalArgumentException overlapping) {
                // this one is refused: another
            }
        }
    }

    private static List<Opening> ranges(Random random) {
        ArrayList<Opening> ranges = new ArrayList<Opening>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            LocalTime opens = time(random);
            LocalTime closes = time(random);
            if (!opens.equals(closes)) {
                ranges.add(new Opening(opens, closes));
            }
        }
        return OpeningHours.checked("a random day", ranges);
    }

    private static LocalTime time(Random random) {
        return random.nextBoolean()
                ? LocalTime.of(random.nextInt(24), 30 * random.nextInt(2))
                : LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60));
    }
}
