package org.leadrelay.ui.promises;

import com.vaadin.flow.component.Component;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.RoleSide;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Option;
import org.leadrelay.promise.Breaches;
import org.leadrelay.promise.report.PromiseLine;
import org.leadrelay.promise.report.PromiseSummary.Bar;
import org.leadrelay.promise.report.PromiseSummary.Minutes;
import org.leadrelay.ui.component.Times;
import org.leadrelay.workingtime.DurationWords;

/** Labels of the report, in one language. */
final class PromiseWords {

    private final Component at;
    private final Locale locale;
    private final CharterWords charter;
    private final People people;
    private final List<Option> reasons;

    PromiseWords(Component at, Locale locale, CharterWords charter, People people, Breaches breaches) {
        this.at = at;
        this.locale = locale;
        this.charter = charter;
        this.people = people;
        this.reasons = breaches.reasons(locale);
    }

    String text(String key, Object... of) {
        return at.getTranslation(locale, "promises." + key, of);
    }

    String key(PromisesState.By by, @Nullable String key) {
        if (key == null) {
            return text("none." + by.name().toLowerCase(Locale.ROOT));
        }
        return switch (by) {
            case CLAUSE -> charter.clause(key, locale);
            case REP -> person(key);
            case WEEK -> text("week", day(LocalDate.parse(key)));
            case SOURCE -> key;
        };
    }

    String clause(String name) {
        return charter.clause(name, locale);
    }

    String role(String name) {
        return charter.role(name);
    }

    /** A side of the charter, or a role that is of neither. */
    String side(String side) {
        return RoleSide.of(side).map(each -> text("side." + each.code())).orElseGet(() -> role(side));
    }

    String person(@Nullable String login) {
        return login == null ? "" : people.find(login).map(Person::displayName).orElse(login);
    }

    String state(String state) {
        return text("state." + state);
    }

    String reason(@Nullable String code) {
        return code == null
                ? ""
                : reasons.stream()
                        .filter(each -> each.value().equals(code))
                        .map(Option::label)
                        .collect(Collectors.joining());
    }

    /** What was written to a reason, and by whom if it was not the holder. */
    String said(PromiseLine promise) {
        String written = promise.words() == null ? "" : promise.words();
        String by = promise.reasonBy();
        return by == null || by.equals(promise.rep()) ? written : (written + " (" + person(by) + ")").strip();
    }

    String day(LocalDate day) {
        return Times.day(day, locale);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String percent(@Nullable Double share) {
        if (share == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share / 100);
    }

    /** Working time of many promises, in hours: {@code 45 min}, {@code 2 h 30 min}. */
    String time(@Nullable Number minutes) {
        return minutes == null
                ? "–"
                : DurationWords.inHours(Duration.ofMinutes(Math.round(minutes.doubleValue())), locale);
    }

    /**
     * Minutes after the due instant by whose they were: {@code Nobody had it 20 min, opened 5 min}.
     */
    String whose(Minutes late) {
        return Stream.of(
                        whose("unassigned", late.unassigned()),
                        whose("unopened", late.unopened()),
                        whose("opened", late.opened()),
                        whose("waiting", late.waiting()),
                        whose("down", late.down()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String whose(String part, long minutes) {
        return minutes == 0 ? "" : text("part." + part) + " " + time(minutes);
    }

    String bar(Bar bar) {
        return stretch(bar.from(), bar.to());
    }

    String stretch(long from, @Nullable Long to) {
        return to == null ? text("from", time(from)) : text("between", time(from), time(to));
    }
}
