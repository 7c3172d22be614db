package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    /** A month, and how many sources lack costs in it; nothing of them where all are known. */
    String tab(CostSheet sheet, YearMonth month) {
        String name = month.format(DateTimeFormatter.ofPattern("LLL uuuu", locale));
        long known = entered(sheet, month);
        return known == 0
                ? text("tab.none", name)
                : text("tab", name, known, sheet.sources().size());
    }

    String known(CostSheet sheet, YearMonth month) {
        return text(
                "known", month(month), entered(sheet, month), sheet.sources().size());
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
