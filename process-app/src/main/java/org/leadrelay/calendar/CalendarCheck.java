package org.leadrelay.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.Opening;
import org.leadrelay.workingtime.PublicHolidays;
import org.leadrelay.workingtime.SpecialDays;

/** Validation of a calendar form, which finds all violations at once. */
final class CalendarCheck {

    static final int MOST_SPECIAL_DAYS = 1_000;
    private static final int LONGEST_NAME = 80;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);
    private static final Wording WORDING = Wording.of(CalendarCheck.class);

    private final List<Violation> wrong = new ArrayList<>();
    private final RangeCheck ranges = new RangeCheck(this::wrong);

    private CalendarCheck() {}

    /**
     * @param now when the calendar must still open at some time
     * @throws Invalid naming every field that is wrong
     */
    static CalendarContent checked(CalendarForm form, Instant now) {
        return new CalendarCheck().check(form, now);
    }

    private CalendarContent check(CalendarForm form, Instant now) {
        String name = name("name", form.name());
        ZoneId zone = zone(form.zone());
        Map<DayOfWeek, List<Opening>> week = week(form.week());
        String country = form.country() == null || form.country().isBlank() ? null : country(form);
        List<String> regions = country == null ? List.<String>of() : regions(country, form.regions());
        List<SpecialDays> special = special(form.specialDays());
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
        CalendarContent content = new CalendarContent(name, zone, week, country, regions, special);
        if (!opens(content, now)) {
            throw Invalid.field("week", WORDING.text("neverOpen"));
        }
        return content;
    }

    private static boolean opens(CalendarContent content, Instant now) {
        if (content.week().isEmpty()
                && content.special().stream().allMatch(days -> days.openings().isEmpty())) {
            return false;
        }
        try {
            content.counting(0).nextOpening(now);
            return true;
        } catch (IllegalStateException closedForGood) {
            return false;
        }
    }

    private String name(String field, @Nullable String text) {
        String name = text == null ? "" : text.strip();
        if (name.isEmpty()) {
            wrong(field, "noName");
        } else if (name.length() > LONGEST_NAME) {
            wrong(field, "longName", LONGEST_NAME);
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "control");
        }
        return name;
    }

    private ZoneId zone(@Nullable String id) {
        if (id == null || id.isBlank()) {
            wrong("zone", "noZone");
            return ZoneOffset.UTC;
        }
        try {
            // Java also knows EST and UTC+1, which know no change of the clocks
            if (ZoneId.getAvailableZoneIds().contains(id.strip())) {
                return ZoneId.of(id.strip());
            }
        } catch (DateTimeException e) {
            // told below
        }
        wrong("zone", "unknownZone", id);
        return ZoneOffset.UTC;
    }

    private Map<DayOfWeek, List<Opening>> week(@Nullable Map<String, List<CalendarForm.Range>> form) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        if (form == null) {
            return week;
        }
        form.forEach((key, given) -> {
            DayOfWeek day = weekday(key);
            if (day == null) {
                wrong("week." + key, "unknownDay", key);
            } else if (week.containsKey(day)) {
                wrong("week." + key, "dayTwice", key);
            } else {
                List<Opening> openings = ranges.of("week." + key, given);
                if (!openings.isEmpty()) {
                    week.put(day, openings);
                }
            }
        });
        ranges.nights(week);
        return week;
    }

    private static @Nullable DayOfWeek weekday(String key) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(key.strip())) {
                return day;
            }
        }
        return null;
    }

    private @Nullable String country(CalendarForm form) {
        String code = String.valueOf(form.country()).strip().toUpperCase(Locale.ROOT);
        List<String> known = PublicHolidays.countries();
        if (known.contains(code)) {
            return code;
        }
        wrong("country", "unknownCountry", code, String.join(", ", known));
        return null;
    }

    private List<String> regions(String country, @Nullable List<String> given) {
        ArrayList<String> regions = new ArrayList<>();
        for (String each : given == null ? List.<String>of() : given) {
            String region = String.valueOf(each).strip().toLowerCase(Locale.ROOT);
            Set<String> known = new TreeSet<>(PublicHolidays.regions(country, regions));
            if (!known.contains(region)) {
                if (known.isEmpty()) {
                    wrong("regions", "noRegions", region);
                } else {
                    wrong("regions", "unknownRegion", region, String.join(", ", known));
                }
                return List.of();
            }
            regions.add(region);
        }
        return regions;
    }

    private List<SpecialDays> special(@Nullable List<CalendarForm.Special> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_SPECIAL_DAYS) {
            wrong("specialDays", "manySpecialDays", given.size(), MOST_SPECIAL_DAYS);
            return List.of();
        }
        ArrayList<SpecialDays> special = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "specialDays[" + i + "]";
            CalendarForm.Special each = given.get(i);
            if (each == null) {
                wrong(field, "noName");
                continue;
            }
            int before = wrong.size();
            String name = name(field + ".name", each.name());
            LocalDate first = day(field + ".first", each.first());
            LocalDate last = each.last() == null || each.last().isBlank() ? first : day(field + ".last", each.last());
            List<Opening> openings = ranges.of(field + ".ranges", each.ranges());
            if (first != null && last != null && last.isBefore(first)) {
                wrong(field + ".last", "endsBeforeItBegins", name, last, first);
            }
            if (wrong.size() == before && first != null && last != null) {
                special.add(new SpecialDays(name, first, last, openings));
            }
        }
        special.sort(Comparator.comparing(SpecialDays::first)
                .thenComparing(SpecialDays::last)
                .thenComparing(SpecialDays::name));
        return special;
    }

    private @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            wrong(field, "noDay");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        wrong(field, "unreadableDay", text, EARLIEST, LATEST);
        return null;
    }

    private void wrong(String field, String key, @Nullable Object... arguments) {
        wrong.add(new Violation(field, WORDING.text(key, arguments)));
    }
}
