package org.leadrelay.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.leadrelay.calendar.WorkAmount;

/** The charter's text with one thing changed. */
public final class Editing {

    private Editing() {}

    /** The same text under another name. */
    public static Provisions named(Provisions said, String name) {
        return said.rewriting().name(name).text();
    }

    /** A clause of other durations, the same for every priority. */
    public static Provisions lasting(Provisions said, String clause, Duration work) {
        return clause(
                said,
                clause,
                each -> new Clause(
                        each.name(),
                        each.who(),
                        each.element(),
                        WorkAmount.of(work),
                        WorkAmount.of(work),
                        WorkAmount.of(work),
                        each.reminderShare()));
    }

    /** A clause of other working days, the same for every priority. */
    public static Provisions lastingDays(Provisions said, String clause, int days) {
        var work = new WorkAmount(days, Duration.ZERO);
        return clause(
                said,
                clause,
                each -> new Clause(each.name(), each.who(), each.element(), work, work, work, each.reminderShare()));
    }

    /** A clause at another step of the models. */
    public static Provisions at(Provisions said, String clause, String element) {
        return clause(
                said,
                clause,
                each -> new Clause(
                        each.name(),
                        each.who(),
                        element,
                        each.high(),
                        each.normal(),
                        each.low(),
                        each.reminderShare()));
    }

    static Provisions clause(Provisions said, String clause, UnaryOperator<Clause> change) {
        List<Clause> clauses = new ArrayList<>(said.clauses());
        clauses.replaceAll(each -> each.name().equals(clause) ? change.apply(each) : each);
        return said.rewriting().clauses(clauses).text();
    }

    static Provisions clauses(Provisions said, List<Clause> clauses) {
        return said.rewriting().clauses(clauses).text();
    }

    static Provisions list(Provisions said, String list, List<AgreedOption> options) {
        return said.rewriting().list(list, options).text();
    }

    static Provisions limits(Provisions said, Limits limits) {
        return said.rewriting().limits(limits).text();
    }

    static Provisions tables(Provisions said, List<PinnedTable> tables) {
        return said.rewriting().tables(tables).text();
    }
}
