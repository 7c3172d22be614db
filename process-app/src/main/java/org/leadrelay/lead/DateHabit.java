package org.leadrelay.lead;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;

/**
 * Date format of a file: whether 2/1/2018 is in January or in February. ISO dates, dates with dots
 * and dates with the month in words read the same under both; serial numbers of a spreadsheet are
 * no dates.
 */
public enum DateHabit {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern TIME = Pattern.compile(
            "(.*?)(?:\\s*[T,]\\s*|\\s+(?:um |at |à"
                    + " )?)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "\\s*(am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*uhr)?\\s*(z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年\\s*(\\d{1,2})月\\s*(\\d{1,2})日");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern DAY_AND_WORD =
            Pattern.compile("(\\d{1,2})\\.?[\\s-]+(?:de )?(\\p{L}+)\\.?,?(?: de)?[\\s-]+(\\d{4}|\\d{2})");
    private static final Pattern WORD_AND_DAY =
            Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,12}\\.?,\\s+");

    private static final Map<String, Integer> MONTHS = months();

    /**
     * The moment that a text names; a date alone is its beginning.
     *
     * @param zone where the text names none
     */
    public Optional<Instant> read(String text, ZoneId zone) {
        String word = WEEKDAY.matcher(TextNormalizer.clean(text)).replaceFirst("");
        Matcher timed = TIME.matcher(word);
        try {
            if (!timed.matches()) {
                return day(word).map(each -> each.atStartOfDay(zone).toInstant());
            }
            LocalTime time = time(timed);
            ZoneId of = zone(timed.group(6), zone);
            return day(timed.group(1).strip())
                    .map(each -> each.atTime(time).atZone(of).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher timed) {
        int hour = Integer.parseInt(timed.group(2));
        String half = timed.group(5);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (TextNormalizer.key(half).startsWith("p") ? 12 : 0);
        }
        int second = timed.group(4) == null ? 0 : Integer.parseInt(timed.group(4));
        return LocalTime.of(hour, Integer.parseInt(timed.group(3)), second);
    }

    private static ZoneId zone(@Nullable String given, ZoneId otherwise) {
        if (given == null) {
            return otherwise;
        }
        return Character.isLetter(given.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(given);
    }

    private Optional<LocalDate> day(String word) {
        for (Pattern each : List.of(YEAR_FIRST, CHINESE)) {
            Matcher iso = each.matcher(word);
            if (iso.matches()) {
                int last = iso.groupCount();
                return day(iso.group(1), number(iso.group(last - 1)), iso.group(last));
            }
        }
        Matcher digits = YEAR_LAST.matcher(word);
        if (digits.matches()) {
            boolean dayFirst = this == DAY_FIRST || digits.group(2).equals(".");
            return day(digits.group(4), number(digits.group(dayFirst ? 3 : 1)), digits.group(dayFirst ? 1 : 3));
        }
        Matcher named = DAY_AND_WORD.matcher(word);
        if (named.matches()) {
            return day(named.group(3), month(named.group(2)), named.group(1));
        }
        Matcher american = WORD_AND_DAY.matcher(word);
        return american.matches()
                ? day(american.group(3), month(american.group(1)), american.group(2))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        int full = number(year);
        if (year.length() == 2) {
            full += full < 70 ? 2000 : 1900;
        }
        return full < 1900 || full > 2200 ? Optional.empty() : Optional.of(LocalDate.of(full, month, number(day)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(TextNormalizer.key(name), 0);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pl")) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            for (int i = 0; i < 12; i++) {
                for (String name : List.of(symbols.getMonths()[i], symbols.getShortMonths()[i])) {
                    months.putIfAbsent(TextNormalizer.key(name).replace(".", ""), i + 1);
                }
            }
        }
        months.put("mrz", 3);
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
