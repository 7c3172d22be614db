package org.leadrelay.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.leadrelay.workingtime.WorkAmount;

/** The charter's text with one thing changed. */
public final class Editing {

    private Editing() {}

    /** The same text under another name. */
    public static CharterContent named(CharterContent said, String name) {
        return said.rewriting().name(name).text();
    }

    /** A clause of other durations, the same for every priority. */
    public static CharterContent lasting(CharterContent said, String clause, Duration work) {
        return clause(
                said,
                clause,
                each -> new Clause(
                        each.name(),
                        each.words(),
                        each.who(),
                        each.element(),
                        WorkAmount.of(work),
                        WorkAmount.of(work),
                        WorkAmount.of(work),
                        each.reminderShare()));
    }

    /** A clause of other working days, the same for every priority. */
    public static CharterContent lastingDays(CharterContent said, String clause, int days) {
        WorkAmount work = new WorkAmount(days, Duration.ZERO);
        return clause(
                said,
                clause,
                each -> new Clause(
                        each.name(), each.words(), each.who(), each.element(), work, work, work, each.reminderShare()));
    }

    /** A clause at another step of the models. */
    public static CharterContent at(CharterContent said, String clause, String element) {
        return clause(
                said,
                clause,
                each -> new Clause(
                        each.name(),
                        each.words(),
                        each.who(),
                        element,
                        each.high(),
                        each.normal(),
                        each.low(),
                        each.reminderShare()));
    }

    static CharterContent clause(CharterContent said, String clause, UnaryOperator<Clause> change) {
        List<Clause> clauses = new ArrayList<>(said.clauses());
        clauses.replaceAll(each -> each.name().equals(clause) ? change.apply(each) : each);
        return said.rewriting().clauses(clauses).text();
    }

    static CharterContent clauses(CharterContent said, List<Clause> clauses) {
        return said.rewriting().clauses(clauses).text();
    }

    static CharterContent list(CharterContent said, String list, List<AgreedOption> options) {
        return said.rewriting().list(list, options).text();
    }

    static CharterContent limits(CharterContent said, Limits limits) {
        return said.rewriting().limits(limits).text();
    }

    static CharterContent tables(CharterContent said, List<PinnedTable> tables) {
        return said.rewriting().tables(tables).text();
    }
}
