package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Random calendars against an oracle that looks at the clock on the wall second by second, and
 * knows nothing but which ranges belong to which day.
 */
class BusinessCalendarOracleTest {

    private static final int CASES = 100_000;
    private static final int CASES_PER_CALENDAR = 1_000;
    private static final int DAYS = 12;
    private static final int SECONDS = DAYS * 24 * 60 * 60;

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), // half an hour
            ZoneId.of("Asia/Kathmandu"), // + 5:45, never changes
            ZoneId.of("America/Santiago"), // changes at midnight
            ZoneId.of("Pacific/Apia")); // left out a whole day

    /** Around changes of the clocks, a year's end, a leap day, and the day that Apia left out. */
    private static final List<LocalDate> WINDOWS = List.of(
            LocalDate.of(2026, 3, 24),
            LocalDate.of(2026, 10, 20),
            LocalDate.of(2026, 3, 4),
            LocalDate.of(2026, 10, 28),
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2026, 4, 1),
            LocalDate.of(2027, 12, 26),
            LocalDate.of(2028, 2, 25),
            LocalDate.of(2011, 12, 26));

    @Test
    void a_hundred_thousand_random_cases_differ_from_the_oracle_in_none() {
        // given
        long seed = Long.getLong("calendar.seed", 20_261_123L);
        System.out.println("calendar cases: " + CASES + ", seed " + seed);
        Random random = new Random(seed);

        for (int done = 0; done < CASES; ) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            LocalDate first = WINDOWS.get(random.nextInt(WINDOWS.size()));
            BusinessCalendar calendar = new BusinessCalendar(1, zone, RandomHours.around(random, first, DAYS));
            Instant start = first.atStartOfDay(zone).toInstant();
            Oracle oracle = new Oracle(calendar, start);

            // then
            for (int i = 0; i < CASES_PER_CALENDAR; i++, done++) {
                int from = random.nextInt(SECONDS);
                int to = from + random.nextInt(SECONDS - from);
                int number = done;
                Supplier<String> where = () -> "seed %d, case %d, %s".formatted(seed, number, calendar.hours());
                assertThat(calendar.between(at(start, from), at(start, to)))
                        .as(where)
                        .isEqualTo(Duration.ofSeconds(oracle.worked(from, to)));
                long work = oracle.worked(from, to) == 0 ? 0 : 1 + random.nextInt(oracle.worked(from, to));
                if (work > 0) {
                    assertThat(calendar.add(at(start, from), Duration.ofSeconds(work)))
                            .as(where)
                            .isEqualTo(at(start, oracle.add(from, work)));
                    assertThat(calendar.nextOpening(at(start, from)))
                            .as(where)
                            .isEqualTo(at(start, oracle.add(from, 1) - 1));
                }
            }
        }
    }

    private static Instant at(Instant start, int seconds) {
        return start.plusSeconds(seconds);
    }

    /** Looks at every second once and writes down how many were open before it. */
    private static final class Oracle {

        private static final int DAY = 24 * 60 * 60;

        private final int[] opened = new int[SECONDS + 1];

        Oracle(BusinessCalendar calendar, Instant start) {
            ZoneRules rules = calendar.zone().getRules();
            Map<Long, List<Opening>> ranges = new HashMap<>();
            for (int second = 0; second < SECONDS; second++) {
                Instant now = start.plusSeconds(second);
                long wall = now.getEpochSecond() + rules.getOffset(now).getTotalSeconds();
                long today = Math.floorDiv(wall, DAY);
                int time = Math.floorMod(wall, DAY);
                boolean open = false;
                for (Opening range : of(calendar, today, ranges)) {
                    int closes = range.closes().toSecondOfDay();
                    int opens = range.opens().toSecondOfDay();
                    open |= time >= opens && (time < closes || closes <= opens);
                }
                for (Opening range : of(calendar, today - 1, ranges)) {
                    int closes = range.closes().toSecondOfDay();
                    open |= closes <= range.opens().toSecondOfDay() && time < closes;
                }
                opened[second + 1] = opened[second] + (open ? 1 : 0);
            }
        }

        private static List<Opening> of(BusinessCalendar calendar, long day, Map<Long, List<Opening>> ranges) {
            return ranges.computeIfAbsent(day, each -> calendar.hours().on(LocalDate.ofEpochDay(each)));
        }

        int worked(int from, int to) {
            return opened[to] - opened[from];
        }

        /** The second after the one in which the last of the work was done. */
        int add(int from, long work) {
            int low = from;
            int high = SECONDS;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (opened[middle] - opened[from] >= work) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
