package org.leadrelay.board.words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.CostBasis;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.NumberContext;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.StandardisedRate;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.cost.KnownCosts.Lacking;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.DurationWords;
import org.springframework.stereotype.Component;

/** Text of a number on a board: in words, as a figure, and by its group; screens, letters and files all ask here. */
@Component
public class BoardWords {

    private static final Wording WORDING = Wording.of(BoardWords.class);

    /** The agreed lists that have the codes of these groupings. */
    private static final Map<Grouping, String> LISTS = Map.of(
            Grouping.REASON, "rejectionReasons",
            Grouping.LEARNED, "learned",
            Grouping.CAUSE, "marketingCauses");

    private static final int LACKING_NAMED = 3;

    private final CharterWords charter;

    BoardWords(CharterWords charter) {
        this.charter = charter;
    }

    /** What it says in words: "between 4 and 6 of 10"; below the guard the bare counts. */
    public String said(BoardNumber number, NumberResult result, Locale locale) {
        Double value = result.value();
        if (isGap(result)) {
            return WORDING.text(locale, "gap");
        }
        if (number.kind() == Kind.COUNT) {
            return count(result.n(), locale);
        }
        if (number.kind() == Kind.COST) {
            return cost(number, result, locale);
        }
        String target = target(result, locale);
        if (!target.isEmpty()) {
            return value == null
                    ? WORDING.text(locale, "target.none", target)
                    : WORDING.text(locale, "target", figure(number, result, locale), target);
        }
        if (result.d() == 0) {
            return WORDING.text(locale, result.running() > 0 ? "tooEarly" : "none");
        }
        if (number.kind().isAmount()) {
            return value == null ? withoutAmount(result, locale) : figure(number, result, locale);
        }
        if (!result.enough()) {
            String few = number.kind().isTime() ? "tooFew.time" : "tooFew";
            return WORDING.text(locale, few, count(result.n(), locale), count(result.d(), locale));
        }
        if (number.kind().isTime()) {
            if (value == null) {
                return WORDING.text(locale, "notReached." + number.kind().code());
            }
            return value == 0
                    ? WORDING.text(locale, "atOnce." + number.kind().code())
                    : WORDING.text(locale, "within." + number.kind().code(), time(value, locale));
        }
        Double low = result.low();
        Double high = result.high();
        return low == null || high == null ? WORDING.text(locale, "none") : RateWords.of(low, high, locale);
    }

    /** What was agreed for these days: "100,000 EUR"; empty where nothing is beside the number. */
    public String target(NumberResult result, Locale locale) {
        NumberContext beside = result.beside();
        Double target = beside == null ? null : beside.target();
        return target == null ? "" : charter.amount(Math.round(target), result.currency(), locale);
    }

    /** What a rate is at the mix of sources of the period before, and what it was then; empty where that is not told. */
    public String mix(NumberResult result, Locale locale) {
        NumberContext beside = result.beside();
        StandardisedRate mix = beside == null ? null : beside.mix();
        return mix == null
                ? ""
                : WORDING.text(
                        locale,
                        "mix",
                        RateWords.of(mix.low(), mix.high(), locale),
                        percent(mix.value(), locale),
                        percent(mix.earlier(), locale),
                        day(mix.from(), locale),
                        day(mix.to(), locale));
    }

    /** Either what each cost, or why nobody can say. */
    private String cost(BoardNumber number, NumberResult result, Locale locale) {
        NumberContext beside = result.beside();
        CostBasis cost = beside == null ? null : beside.cost();
        if (cost == null || cost.finer()) {
            return WORDING.text(locale, "cost.finer");
        }
        if (cost.from() == null) {
            return WORDING.text(locale, "cost.noMonth");
        }
        if (!cost.lacking().isEmpty()) {
            return lacking(cost.lacking(), locale);
        }
        String spent = charter.amount(cost.spent(), result.currency(), locale);
        if (result.d() == 0) {
            return WORDING.text(locale, "cost.noLead", spent);
        }
        String rows = count(result.d(), locale);
        return result.value() == null
                ? WORDING.text(locale, "tooFew.cost", spent, rows)
                : WORDING.text(locale, "cost.each", figure(number, result, locale), spent, rows);
    }

    private String lacking(List<Lacking> lacking, Locale locale) {
        String first = lacking.stream()
                .limit(LACKING_NAMED)
                .map(each -> WORDING.text(
                        locale,
                        "cost.lacking.of",
                        month(each.month().toString(), locale),
                        group(Grouping.SOURCE, each.source(), locale)))
                .collect(Collectors.joining(", "));
        int more = lacking.size() - LACKING_NAMED;
        return more > 0
                ? WORDING.text(locale, "cost.lacking.more", first, count(more, locale))
                : WORDING.text(locale, "cost.lacking", first);
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Language.withRegion(locale))
                .format(day);
    }

    /** There are deals: either nobody said what they are worth, or they are too few. */
    private String withoutAmount(NumberResult result, Locale locale) {
        return WORDING.text(
                locale, result.currency() == null ? "withoutValue" : "tooFew.amount", count(result.d(), locale));
    }

    /** The value as a figure: "5.1%", "3 h 20 min", "12,000 EUR"; a dash where none is said. */
    public String figure(BoardNumber number, NumberResult result, Locale locale) {
        Double value = result.value();
        if (number.kind() == Kind.COUNT) {
            return isGap(result) ? "–" : count(result.n(), locale);
        }
        if (value == null) {
            return "–";
        }
        if (number.kind().isTime()) {
            return time(value, locale);
        }
        if (number.kind() == Kind.COST) {
            return charter.amount(BigDecimal.valueOf(value), result.currency(), locale);
        }
        return number.kind().isAmount()
                ? charter.amount(Math.round(value), result.currency(), locale)
                : percent(value, locale);
    }

    /** "4.0% to 6.4%"; empty where there is none. */
    public String interval(NumberResult result, Locale locale) {
        Double low = result.low();
        Double high = result.high();
        return low == null || high == null
                ? ""
                : WORDING.text(locale, "interval", percent(low, locale), percent(high, locale));
    }

    /** Rows that are there and cannot be read: a gap, and no zero. */
    public static boolean isGap(NumberResult result) {
        return result.d() == 0 && result.gap() > 0;
    }

    /** By what a number is split: by its own grouping, else by the one that was asked for; null for nothing. */
    public static @Nullable Grouping splitBy(BoardNumber number, @Nullable Grouping asked) {
        return number.grouping() == null ? asked : number.grouping();
    }

    /** What a group of a number is called, and what the number as a whole is; of an amount with its currency. */
    public String group(BoardNumber number, @Nullable Grouping asked, @Nullable String code, Locale locale) {
        Grouping by = splitBy(number, asked);
        if (code == null) {
            return WORDING.text(locale, "joint");
        }
        if (!number.kind().isAmount()) {
            return by == null ? code : group(by, code, locale);
        }
        int space = code.lastIndexOf(' ');
        String money = group(Grouping.CURRENCY, code.substring(space + 1), locale);
        return space < 0 || by == null ? money : group(by, code.substring(0, space), locale) + ", " + money;
    }

    /** What a group is called; what its rows do not say has a name too. */
    public String group(Grouping by, String code, Locale locale) {
        if (code.equals(Grouping.UNKNOWN)) {
            return WORDING.find(locale, "unknown." + by.code()).orElseGet(() -> WORDING.text(locale, "unknown"));
        }
        return switch (by) {
            case TABLE, MODEL, CHARTER -> WORDING.text(locale, "version", code);
            case LAP -> WORDING.text(locale, "lap", code);
            case ROW -> WORDING.text(locale, "row", code);
            case MONTH -> month(code, locale);
            case REASON, LEARNED, CAUSE -> charter.option(LISTS.getOrDefault(by, ""), code, locale);
            case CLAUSE -> charter.clause(code, locale);
            case SPEED -> speed(code, locale);
            default -> WORDING.find(locale, by.code() + "." + code).orElse(code);
        };
    }

    public String count(long count, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    public String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(share < 0.1 && share > 0 ? 1 : 0);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    private static String time(double seconds, Locale locale) {
        return DurationWords.inHours(Duration.ofSeconds(Math.round(seconds)), locale);
    }

    private static String month(String code, Locale locale) {
        return YearMonth.parse(code).format(DateTimeFormatter.ofPattern("LLLL uuuu", locale));
    }

    /** A rating and how fast: "A3 <1h". */
    private static String speed(String code, Locale locale) {
        int space = code.indexOf(' ');
        return space < 0
                ? code
                : WORDING.text(
                        locale,
                        "speed",
                        code.substring(0, space),
                        WORDING.find(locale, "speed." + code.substring(space + 1))
                                .orElse(code.substring(space + 1)));
    }
}
