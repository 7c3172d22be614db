package org.leadrelay.charter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The charter's text with one thing changed. */
public final class Editing {

    private Editing() {}

    /** The same text under another name. */
    public static Provisions named(Provisions said, String name) {
        return with(said, name, said.clauses(), said.lists(), said.limits());
    }

    /** A clause of other durations, the same for every priority. */
    public static Provisions lasting(Provisions said, String clause, Duration work) {
        return clause(
                said,
                clause,
                each ->
                        new Clause(
                                each.name(),
                                each.who(),
                                each.element(),
                                work,
                                work,
                                work,
                                each.reminderShare()));
    }

    /** A clause at another step of the models. */
    public static Provisions at(Provisions said, String clause, String element) {
        return clause(
                said,
                clause,
                each ->
                        new Clause(
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
        return with(said, said.name(), clauses, said.lists(), said.limits());
    }

    static Provisions clauses(Provisions said, List<Clause> clauses) {
        return with(said, said.name(), clauses, said.lists(), said.limits());
    }

    static Provisions list(Provisions said, String list, List<AgreedOption> options) {
        Map<String, List<AgreedOption>> lists = new TreeMap<>(said.lists());
        lists.put(list, options);
        return with(said, said.name(), said.clauses(), lists, said.limits());
    }

    static Provisions limits(Provisions said, Limits limits) {
        return with(said, said.name(), said.clauses(), said.lists(), limits);
    }

    static Provisions tables(Provisions said, List<PinnedTable> tables) {
        return new Provisions(
                said.name(),
                said.idealProfile(),
                said.qualifies(),
                tables,
                said.questions(),
                said.currency(),
                said.figures(),
                said.clauses(),
                said.ladder(),
                said.lists(),
                said.limits(),
                said.calendar());
    }

    private static Provisions with(
            Provisions said,
            String name,
            List<Clause> clauses,
            Map<String, List<AgreedOption>> lists,
            Limits limits) {
        return new Provisions(
                name,
                said.idealProfile(),
                said.qualifies(),
                said.tables(),
                said.questions(),
                said.currency(),
                said.figures(),
                clauses,
                said.ladder(),
                lists,
                limits,
                said.calendar());
    }
}
