package org.leadrelay.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leadrelay.board.ExportedJourneys.Round;
import org.leadrelay.board.ExportedJourneys.Way;
import org.leadrelay.board.ExportedJourneys.Word;
import org.leadrelay.board.RecomputedNumbers.Split;

/**
 * Independent recomputation of the boards: from exported JSON Lines and nothing else, with no class of the product. It counts in lists
 * instead of SQL, and its office is open from nine to five in a zone that it is told.
 */
final class RecomputedBoards {

    private final ExportedJourneys journeys;
    private final Instant asOf;
    private final OfficeNineToFive office;
    private final RecomputedNumbers numbers;
    private final RecomputedMoney money;

    private RecomputedBoards(
            ExportedJourneys journeys,
            Instant asOf,
            OfficeNineToFive office,
            RecomputedNumbers numbers,
            RecomputedMoney money) {
        this.journeys = journeys;
        this.asOf = asOf;
        this.office = office;
        this.numbers = numbers;
        this.money = money;
    }

    /**
     * Every number: {@code id group} and then {@code n of d, running, value}.
     *
     * @param logs the export of each lead, lines of JSON
     */
    static Map<String, String> of(Collection<String> logs, Instant asOf, Duration horizon, ZoneId zone, Split split)
            throws Exception {
        ExportedJourneys journeys = ExportReader.read(logs);
        OfficeNineToFive office = new OfficeNineToFive(zone);
        RecomputedNumbers numbers = new RecomputedNumbers(asOf, horizon, office, split);
        RecomputedMoney money = new RecomputedMoney(journeys, numbers, split, asOf, zone);
        new RecomputedBoards(journeys, asOf, office, numbers, money).count();
        return numbers.all;
    }

    private void count() {
        List<Way> counted =
                journeys.ways.stream().filter(way -> way.outside == null).toList();
        List<Round> laps = journeys.rounds.stream()
                .filter(round -> round.way.outside == null)
                .toList();
        List<Round> handed = laps.stream().filter(round -> round.handed != null).toList();
        money.revenue("joint.revenue", counted, false);
        funnel(counted);
        became(handed);
        reasons(laps, handed);
        laps(laps, handed);
        response(laps);
        numbers.within("conversion.won", counted, way -> way.captured, way -> way.won, null);
        numbers.within(
                "conversion.close",
                counted.stream().filter(way -> way.accepted != null).toList(),
                way -> way.accepted,
                way -> way.won,
                null);
        numbers.within("conversion.acceptance", handed, round -> round.handed, round -> round.accepted, null);
        money.revenue("conversion.revenue", counted, false);
        money.revenue("conversion.averageDeal", counted, true);
        money.cost("conversion.costCaptured", counted, way -> way.captured);
        money.cost("conversion.costHandedOver", counted, way -> way.handed);
        money.cost("conversion.costWon", counted, way -> way.won);
        criteria(laps, handed);
    }

    private void funnel(List<Way> counted) {
        numbers.total("funnel.captured", counted);
        numbers.within("funnel.mature", counted, way -> way.captured, way -> way.mature, null);
        numbers.within("funnel.handedOver", counted, way -> way.captured, way -> way.handed, null);
        numbers.within("funnel.accepted", counted, way -> way.captured, way -> way.accepted, null);
        numbers.within("funnel.contacted", counted, way -> way.captured, way -> way.contacted, null);
        numbers.within("funnel.won", counted, way -> way.captured, way -> way.won, null);
        numbers.time("funnel.toMature", counted, way -> way.captured, way -> way.mature, way -> way.ended == null, 0.5);
        numbers.time(
                "funnel.toHandedOver", counted, way -> way.mature, way -> way.handed, way -> way.ended == null, 0.5);
        numbers.time(
                "funnel.toAccepted", counted, way -> way.handed, way -> way.accepted, way -> way.ended == null, 0.5);
        numbers.time(
                "funnel.toContacted",
                counted,
                way -> way.accepted,
                way -> way.contacted,
                way -> way.ended == null,
                0.5);
        numbers.time("funnel.toWon", counted, way -> way.contacted, way -> way.won, way -> way.ended == null, 0.5);
        for (String apart : List.of("withdrawn", "merged", "undone")) {
            numbers.total(
                    "funnel.apart." + apart,
                    journeys.ways.stream()
                            .filter(way -> apart.equals(way.outside))
                            .toList());
        }
    }

    private void became(List<Round> handed) {
        numbers.total("became.handedOver", handed);
        for (String state : List.of(
                "unanswered",
                "missed",
                "inReview",
                "recycled",
                "closed",
                "noContact",
                "followUp",
                "buyersDay",
                "notReady",
                "won",
                "lost",
                "dormant",
                "withdrawn")) {
            numbers.share("became." + state, handed, round -> round.state.equals(state), null);
        }
        numbers.share(
                "became.noWord",
                handed,
                round -> round.left == null
                        && !round.state.equals("buyersDay")
                        && !asOf.isBefore(office.tenWorkingDaysAfter(round.word == null ? round.handed : round.word)),
                null);
    }

    private void reasons(List<Round> laps, List<Round> handed) {
        List<Round> answered =
                laps.stream().filter(round -> round.answered() != null).toList();
        Predicate<Round> no = round -> !round.saidYes();
        numbers.share("reasons.rejected", answered, no, null);
        numbers.ofAll("reasons.reason", answered, no, round -> List.of(RecomputedNumbers.group(round.reason)));
        numbers.ofAll("reasons.learned", answered, no, round -> List.of(RecomputedNumbers.group(round.learned)));
        numbers.ofAll("reasons.cause", answered, no, round -> List.of(RecomputedNumbers.group(round.cause)));
        numbers.share("reasons.row", answered, no, round -> RecomputedNumbers.group(round.row));
        numbers.share("reasons.missed", handed, round -> round.missed > 0, null);
        numbers.share(
                "reasons.disputed",
                laps.stream().filter(round -> round.reviewed != null).toList(),
                round -> "dispute".equals(round.review),
                null);
        List<Round> judged = laps.stream().filter(round -> round.judged != null).toList();
        numbers.share("reasons.verdictMarketing", judged, round -> "reaccept".equals(round.verdict), null);
        numbers.share("reasons.verdictSales", judged, round -> !"reaccept".equals(round.verdict), null);
    }

    private void laps(List<Round> laps, List<Round> handed) {
        Function<Round, String> lap = round -> String.valueOf(round.number);
        numbers.grouped(handed, lap)
                .forEach((group, some) ->
                        numbers.put("laps.handedOver", group, some.size(), some.size(), 0, (double) some.size()));
        numbers.within("laps.accepted", handed, round -> round.handed, round -> round.accepted, lap);
        numbers.within("laps.won", handed, round -> round.handed, Round::won, lap);
        numbers.within(
                "laps.tooEarlyWon",
                laps.stream()
                        .filter(round -> round.rejected != null && "tooEarly".equals(round.reason))
                        .toList(),
                round -> round.rejected,
                round -> round.way.won,
                null);
        List<Round> later = handed.stream().filter(round -> round.number > 1).toList();
        numbers.share("laps.fitChanged", later, round -> differs(round.before.fit, round.fit), null);
        numbers.share("laps.maturityChanged", later, round -> differs(round.before.maturity, round.maturity), null);
        numbers.ofAll("laps.factChanged", later, round -> !changed(round).isEmpty(), RecomputedBoards::changed);
    }

    private static List<String> changed(Round round) {
        return round.read.keySet().stream()
                .filter(name -> differs(round.before.read.get(name), round.read.get(name)))
                .toList();
    }

    private static boolean differs(Object then, Object now) {
        return then != null && now != null && !then.equals(now);
    }

    private void response(List<Round> laps) {
        List<Word> due = journeys.words.stream()
                .filter(word -> word.way.outside == null
                        && !word.state.equals("open")
                        && word.due != null
                        && !word.due.isAfter(asOf))
                .toList();
        numbers.share(
                "response.keptBySide",
                due,
                word -> word.state.equals("kept"),
                word -> word.role != null && word.role.startsWith("sales")
                        ? "sales"
                        : RecomputedNumbers.group(word.role));
        numbers.share("response.keptByClause", due, word -> word.state.equals("kept"), word -> word.clause);
        for (Map.Entry<String, Double> part : Map.of("", 0.5, "Nine", 0.9).entrySet()) {
            numbers.time(
                    "response.answer" + part.getKey(),
                    laps,
                    round -> round.given,
                    Round::answered,
                    round -> round.left == null && round.state.equals("unanswered"),
                    part.getValue());
            numbers.time(
                    "response.contact" + part.getKey(),
                    laps,
                    round -> round.accepted,
                    round -> round.contacted,
                    round -> round.left == null && round.state.equals("noContact"),
                    part.getValue());
        }
        List<Round> answered =
                laps.stream().filter(round -> round.answered() != null).toList();
        numbers.share("response.acceptedBySpeed", answered, Round::saidYes, this::speed);
        numbers.within(
                "response.wonBySpeed",
                answered.stream().filter(Round::saidYes).toList(),
                Round::answered,
                Round::won,
                this::speed);
    }

    private String speed(Round round) {
        if (round.fit == null || round.maturity == null || round.given == null) {
            return "-";
        }
        long took = office.worked(round.answered()) - office.worked(round.given);
        return round.fit + round.maturity + " " + (took < 3600 ? "<1h" : took < 4 * 3600 ? "1-4h" : ">4h");
    }

    private void criteria(List<Round> laps, List<Round> handed) {
        Function<Round, String> cell = round -> round.maturity == null ? "-" : round.fit + round.maturity;
        List<Round> rated = laps.stream()
                .filter(round -> round.rated != null && round.fit != null)
                .toList();
        numbers.grouped(rated, cell)
                .forEach((group, some) ->
                        numbers.put("criteria.rated", group, some.size(), some.size(), 0, (double) some.size()));
        for (String route : List.of("handOff", "qualify", "nurture", "disqualify")) {
            numbers.share("criteria." + route, rated, round -> route.equals(round.route), cell);
        }
        numbers.within("criteria.handedOver", rated, round -> round.rated, round -> round.handed, cell);
        numbers.within(
                "criteria.accepted",
                handed.stream().filter(rated::contains).toList(),
                round -> round.handed,
                round -> round.accepted,
                cell);
        numbers.within("criteria.won", rated, round -> round.rated, Round::won, cell);
    }
}
