package org.leadrelay.charter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** A small charter in which nothing is wrong, to be written anew in one place. */
final class CharterInWords {

    static final LocalDate REVIEW = LocalDate.of(2026, 6, 30);

    static final Words IN_BOTH = new Words("in English", "auf Deutsch");

    private CharterInWords() {}

    static CharterContent aCharter() {
        return new CharterContent(
                "Spring",
                "Manufacturers in Europe",
                "marketing",
                List.of(new PinnedTable("lead-matrix", 1), new PinnedTable("lead-fit", 1), table("lead-maturity", 1)),
                List.of(question("budget", "Is there a budget?", "Gibt es ein Budget?")),
                "EUR",
                List.of(
                        figure(Metric.REVENUE_TARGET, "100000"),
                        figure(Metric.AVERAGE_DEAL, "5000"),
                        figure(Metric.CLOSE_RATE, "0.2"),
                        figure(Metric.ACCEPTANCE_RATE, "0.5"),
                        figure(Metric.VOLUME_GOAL, "200"),
                        figure(Metric.COMPLETENESS, "0.9")),
                List.of(clause("answerHandOff", "PT2H", "PT4H", "P1D"), clause("makeContact", "P1D", "P1D", "P2D")),
                List.of(rung("any", Rung.Moment.OVERDUE, "PT0S", Rung.HEADS)),
                Map.of(
                        "breachReasons", List.of(option("noCapacity")),
                        "rejectionReasons", List.of(option("noNeed", "recycle"), option("spam", "junk"))),
                Map.of(
                        "breachReasons", new Words("Why it broke", "Warum gebrochen"),
                        "rejectionReasons", new Words("Why it was rejected", "Warum abgelehnt")),
                new Limits(10, 3, 3, 5, WorkAmount.parse("P1D"), 2),
                "default");
    }

    static PinnedTable table(String decision, int version) {
        return new PinnedTable(decision, version);
    }

    static Figure figure(Metric metric, String value) {
        return new Figure(metric, new BigDecimal(value), "head-of-sales", REVIEW);
    }

    static Clause clause(String name, String high, String normal, String low) {
        return new Clause(
                name,
                new Words("promise " + name, "Zusage " + name),
                "sales-rep",
                "Activity_" + name,
                WorkAmount.parse(high),
                WorkAmount.parse(normal),
                WorkAmount.parse(low),
                0.75);
    }

    static Rung rung(String clause, Rung.Moment moment, String after, String whom) {
        return new Rung(clause, moment, WorkAmount.parse(after), whom);
    }

    static AgreedQuestion question(String field, String english, String german) {
        return new AgreedQuestion(field, new Words(english, german));
    }

    static AgreedOption option(String value) {
        return new AgreedOption(value, IN_BOTH, null);
    }

    static AgreedOption option(String value, String nextStep) {
        return new AgreedOption(value, IN_BOTH, nextStep);
    }

    /** The figures of the charter with this one instead of its own. */
    static CharterContent withFigure(Figure figure) {
        CharterContent said = aCharter();
        ArrayList<Figure> figures = new ArrayList<>(said.figures());
        figures.removeIf(each -> each.metric() == figure.metric());
        figures.add(figure);
        return said.rewriting().figures(said.currency(), figures).text();
    }

    static CharterContent withClauses(Clause... clauses) {
        return aCharter().rewriting().clauses(Arrays.asList(clauses)).text();
    }
}
