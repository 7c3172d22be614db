package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadrelay.access.People;
import org.leadrelay.board.Grouping;
import org.leadrelay.cost.CostEntry;
import org.leadrelay.cost.CostSheet;
import org.leadrelay.ui.component.Times;

/** Labels of the costs in the reader's language. */
record CostTexts(Component screen, Locale locale, BoardServices services, People people, Times times) {

    String text(String key, Object... of) {
        return screen.getTranslation(locale, "boards.costs." + key, of);
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", locale));
    }

    /** A month, and of how many sources costs are known in it. */
    String tab(CostSheet sheet, YearMonth month) {
        String name = month.format(DateTimeFormatter.ofPattern("LLL uuuu", locale));
        long known = entered(sheet, month);
        return known == 0 ? text("tab.none", name) : text("tab", name, known);
    }

    /** Of how many of the sources in use costs are known. */
    String known(CostSheet sheet, YearMonth month, Map<String, Long> leads) {
        int used = inUse(sheet, leads, month).size();
        return used == 0 ? text("known.none", month(month)) : text("known", month(month), entered(sheet, month), used);
    }

    /** The sources that brought leads in a month, or of which costs are known in it or in the one before. */
    static List<String> inUse(CostSheet sheet, Map<String, Long> leads, YearMonth month) {
        return sheet.sources().stream()
                .filter(each -> leads.containsKey(each)
                        || sheet.entry(each, month).isPresent()
                        || sheet.entry(each, month.minusMonths(1)).isPresent())
                .toList();
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static long entered(CostSheet sheet, YearMonth month) {
        return sheet.entries().stream()
                .filter(each -> each.month().equals(month))
                .count();
    }

    String source(String source) {
        return services.words().group(Grouping.SOURCE, source, locale);
    }

    String amount(BigDecimal amount, String currency) {
        return services.amount(amount, currency, locale);
    }

    /** Who entered it and when. */
    String entered(CostEntry entry) {
        return text("entered", people.displayName(entry.by()), times.text(entry.at(), locale));
    }
}
