package org.leadrelay.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Wording of the charter's parts, in the language of the current request. What a process owner may invent
 * (clauses, lists, their lines) is called as the charter's own text calls it; the rest by the product's bundle.
 * In the language of the current request unless a locale is given.
 */
@Service
public class CharterWords {

    private static final Wording WORDING = Wording.of(CharterWords.class);

    private static final int CHANGES_NAMED = 2;

    private final Charter charter;
    private final Roles roles;
    private final People people;
    private final CalendarAdministration calendars;
    private final ObjectProvider<ModelElements> models;

    CharterWords(
            Charter charter,
            Roles roles,
            People people,
            CalendarAdministration calendars,
            ObjectProvider<ModelElements> models) {
        this.charter = charter;
        this.roles = roles;
        this.people = people;
        this.calendars = calendars;
        this.models = models;
    }

    /** A clause by its name in the models, as {@link #clause(String, Locale)}. */
    public String clause(String name) {
        return clause(name, Wording.language());
    }

    /**
     * What the charter in force calls a clause: "Answer a hand-off". One that it promises no more is
     * called as the last version did that had it, and one that never bound by its name. Old promises
     * speak so too: one clause has one name on a page, whatever version a promise was opened under.
     */
    public String clause(String name, Locale locale) {
        return name.equals(Rung.ANY)
                ? WORDING.text(locale, "anyClause")
                : charter.clause(name).map(each -> each.in(locale)).orElse(name);
    }

    /** What one version calls a clause, for reading that version. */
    public String clause(CharterContent said, String name) {
        return clause(said, said, name);
    }

    /** What a text calls a clause, or else the one before it. */
    String clause(CharterContent said, CharterContent before, String name) {
        return said.clause(name)
                .or(() -> before.clause(name))
                .map(each -> each.words().in(Wording.language()))
                .orElseGet(() -> clause(name));
    }

    /** What one version calls an agreed list: "Reasons to reject a lead". */
    public String list(CharterContent said, String name) {
        return list(said, said, name);
    }

    /** What a text calls an agreed list, or else the one before it. */
    String list(CharterContent said, CharterContent before, String name) {
        Words label = said.listLabels().getOrDefault(name, before.listLabel(name));
        return label.equals(Words.NONE) ? name : label.in(Wording.language());
    }

    /** A line of an agreed list by its code; the code itself where the charter in force has no such line. */
    public String option(String list, String value, Locale locale) {
        return charter.current().options(list, locale).stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .map(Option::label)
                .orElse(value);
    }

    /** A step or event of the models, in force or about to be, by its name; its id where no model has it. */
    public String step(String element) {
        return models.stream()
                .flatMap(each -> Stream.concat(each.all().stream(), each.coming().stream()))
                .filter(each -> each.id().equals(element))
                .findFirst()
                .map(ModelElements.Element::name)
                .orElse(element);
    }

    public String metric(Metric metric) {
        return WORDING.text("metric." + metric.code());
    }

    public String table(String decision) {
        return WORDING.textOr("table." + decision, decision);
    }

    public String nextStep(@Nullable String step) {
        return step == null ? "" : WORDING.textOr("next." + step, step);
    }

    /** A limit or another part of the text: "Open leads for each rep". */
    public String part(String name) {
        return WORDING.textOr("part." + name, name);
    }

    public String mandate(Mandate mandate) {
        return WORDING.text(mandate.code());
    }

    /** A calendar by its name and, since two may have the same, its id. */
    public String calendar(String id) {
        return calendars.all().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> "%s (%s)".formatted(each.content().name(), id))
                .findFirst()
                .orElse(id);
    }

    /** A role's label; the name itself where there is no such role. */
    public String role(String name) {
        return roles.all().stream()
                .filter(each -> each.name().equals(name))
                .map(each -> each.label(Wording.language()))
                .findFirst()
                .orElse(name);
    }

    /** A mandate or a person. */
    public String owner(String owner) {
        for (Mandate mandate : Mandate.values()) {
            if (mandate.code().equals(owner)) {
                return mandate(mandate);
            }
        }
        return people.displayName(owner);
    }

    /** Who somebody is by their login, which may be spelled like a mandate. */
    public String person(String login) {
        return people.displayName(login);
    }

    /** Who is told: the person at the task, both heads, a role. */
    public String whom(String whom) {
        return switch (whom) {
            case Rung.HOLDER, Rung.OWNER, Rung.HEADS -> WORDING.text("whom." + whom);
            default -> role(whom);
        };
    }

    /** Who is told when: "sales manager, when the promise is broken". */
    public String rung(Rung rung) {
        return WORDING.text("rung." + rung.moment(), whom(rung.whom()), work(rung.after()));
    }

    /** Working time with its whole days: "1 working day", "2 working days 30 min". */
    public String work(WorkAmount work) {
        return DurationWords.exact(work, Wording.language());
    }

    /** A figure as people write it: 25 %, 100,000 EUR. */
    public String figure(Figure figure, String currency) {
        return switch (figure.metric()) {
            case REVENUE_TARGET, AVERAGE_DEAL -> number(figure.value()) + " " + currency;
            case VOLUME_GOAL, MATURE_FROM -> number(figure.value());
            default -> percent(figure.value());
        };
    }

    /**
     * An amount as it is written in the country of the language: "12,000 EUR".
     *
     * @param currency null for the charter's own
     */
    public String amount(long amount, @Nullable String currency, Locale locale) {
        return NumberFormat.getNumberInstance(Language.withRegion(locale)).format(amount)
                + " "
                + (currency == null ? charter.current().currency() : currency);
    }

    /** An amount with its decimals, where it is no whole one: "37.50 EUR". */
    public String amount(BigDecimal amount, @Nullable String currency, Locale locale) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        NumberFormat format = NumberFormat.getNumberInstance(Language.withRegion(locale));
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        return format.format(rounded)
                + " "
                + (currency == null ? charter.current().currency() : currency);
    }

    public String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(language());
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }

    public String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(language()).format(number);
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language())
                        .format(date);
    }

    /** What a version changed, in one sentence: the first changes, and how many more there are. */
    public String changes(List<Change> changes, int before) {
        if (changes.isEmpty()) {
            return WORDING.text("changedNothing", before);
        }
        String first = changes.stream().limit(CHANGES_NAMED).map(Change::words).collect(Collectors.joining("; "));
        int more = changes.size() - CHANGES_NAMED;
        return more > 0
                ? WORDING.text("changedMore", before, first, more)
                : WORDING.text("changedThese", before, first);
    }

    /** Codes in words, one after the other. */
    String rungs(List<Rung> rungs) {
        return rungs.stream().map(this::rung).collect(Collectors.joining("; "));
    }

    /** Dates and figures as the reader's region writes them. */
    private static Locale language() {
        return Language.regionOfRequest();
    }
}
