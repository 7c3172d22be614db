package org.leadrelay.board;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Clock;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardNumber.Unit;

/** Catalogue of the metrics: every number of every board, as data. */
final class NumberCatalog {

    /** Condition under which a journey counts at all. */
    private static final String COUNTED = "f.outside is null";

    private static final String OPEN = "f.left_at is null and ";

    /** The joint number stands first on every board. */
    static final BoardNumber JOINT = amount("joint.revenue", null, Kind.SUM);

    static final List<BoardNumber> ALL = all();

    private NumberCatalog() {}

    static List<BoardNumber> of(Board board) {
        List<BoardNumber> numbers = new ArrayList<>();
        numbers.add(JOINT);
        ALL.stream().filter(each -> each.board() == board).forEach(numbers::add);
        return numbers;
    }

    static Optional<BoardNumber> find(Board board, String id) {
        return of(board).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Its denominator among journeys that count at all, of which every statement asks once. */
    static String amongCounted(BoardNumber number) {
        return number.denominator().replaceFirst("^" + COUNTED + " and ", "");
    }

    private static List<BoardNumber> all() {
        List<BoardNumber> all = new ArrayList<>();
        all.add(JOINT);
        funnel(all);
        became(all);
        reasons(all);
        laps(all);
        response(all);
        conversion(all);
        criteria(all);
        return List.copyOf(all);
    }

    private static void funnel(List<BoardNumber> all) {
        NumberBuilder journeys = NumberBuilder.of(Board.FUNNEL, Unit.JOURNEY, Clock.COHORT)
                .entering("f.captured_at", COUNTED)
                .needing(Stage.CAPTURED);
        all.add(journeys.count("funnel.captured"));
        all.add(journeys.within("funnel.mature", "f.mature_at", Stage.MATURE));
        all.add(journeys.within("funnel.handedOver", "f.journey_handed_at", Stage.HANDED_OVER));
        all.add(journeys.within("funnel.accepted", "f.journey_accepted_at", Stage.ACCEPTED));
        all.add(journeys.within("funnel.contacted", "f.journey_contacted_at", Stage.CONTACTED));
        all.add(journeys.within("funnel.won", "f.won_at"));
        all.add(between("funnel.toMature", "captured", "mature", Stage.MATURE));
        all.add(between("funnel.toHandedOver", "mature", "journey_handed", Stage.MATURE, Stage.HANDED_OVER));
        all.add(between("funnel.toAccepted", "journey_handed", "journey_accepted", Stage.HANDED_OVER, Stage.ACCEPTED));
        all.add(between(
                "funnel.toContacted", "journey_accepted", "journey_contacted", Stage.ACCEPTED, Stage.CONTACTED));
        all.add(between("funnel.toWon", "journey_contacted", "won", Stage.CONTACTED));
        for (String apart : List.of(JourneyFold.WITHDRAWN, JourneyFold.MERGED, JourneyFold.UNDONE)) {
            all.add(journeys.entering("f.captured_at", "f.outside = '" + apart + "'")
                    .count("funnel.apart." + apart));
        }
    }

    /** Of those that came so far: what ended before is in neither part, and what still runs is censored. */
    private static BoardNumber between(String id, String start, String end, Stage... stages) {
        return NumberBuilder.of(Board.FUNNEL, Unit.JOURNEY, Clock.COHORT)
                .entering(
                        "f." + start + "_at",
                        COUNTED + " and f." + start + "_at is not null and (f." + end + "_at >= f." + start
                                + "_at or f." + end + "_at is null and f.ended_at is null)")
                .needing(stages)
                .time(id, Kind.MEDIAN, "f." + end + "_at", "f." + start + "_w", "f." + end + "_w");
    }

    private static void became(List<BoardNumber> all) {
        NumberBuilder handed = NumberBuilder.of(Board.BECAME, Unit.LAP, Clock.COHORT)
                .entering("f.handed_at", COUNTED + " and f.handed_at is not null")
                .needing(Stage.HANDED_OVER, Stage.ACCEPTED, Stage.REJECTED);
        all.add(handed.count("became.handedOver"));
        for (LapFacts.State state : EnumSet.complementOf(EnumSet.of(LapFacts.State.ON_THE_WAY))) {
            all.add(handed.share("became." + NumberBuilder.camel(state.name()), "f.state = '" + state.name() + "'"));
        }
        all.add(handed.share("became.noWord", "f.no_word_at <= :asOf"));
    }

    private static void reasons(List<BoardNumber> all) {
        NumberBuilder answered = NumberBuilder.of(Board.REASONS, Unit.LAP, Clock.EVENT)
                .entering("f.answered_at", COUNTED + " and f.answered_at is not null")
                .needing(Stage.ACCEPTED, Stage.REJECTED);
        String rejected = "f.answer = 'rejected'";
        all.add(answered.share("reasons.rejected", rejected));
        all.add(answered.by(Grouping.REASON).share("reasons.reason", rejected));
        all.add(answered.by(Grouping.LEARNED).share("reasons.learned", rejected));
        all.add(answered.by(Grouping.CAUSE).share("reasons.cause", rejected));
        all.add(answered.by(Grouping.ROW).share("reasons.row", rejected));
        all.add(NumberBuilder.of(Board.REASONS, Unit.LAP, Clock.COHORT)
                .entering("f.handed_at", COUNTED + " and f.handed_at is not null")
                .needing(Stage.HANDED_OVER, Stage.MISSED)
                .share("reasons.missed", "f.missed > 0"));
        all.add(NumberBuilder.of(Board.REASONS, Unit.LAP, Clock.EVENT)
                .entering("f.reviewed_at", COUNTED + " and f.reviewed_at is not null")
                .needing(Stage.REVIEWED)
                .share("reasons.disputed", "f.review = 'dispute'"));
        NumberBuilder judged = NumberBuilder.of(Board.REASONS, Unit.LAP, Clock.EVENT)
                .entering("f.judged_at", COUNTED + " and f.judged_at is not null")
                .needing(Stage.JUDGED);
        all.add(judged.share("reasons.verdictMarketing", "f.verdict = 'reaccept'"));
        all.add(judged.share("reasons.verdictSales", "f.verdict <> 'reaccept'"));
    }

    private static void laps(List<BoardNumber> all) {
        NumberBuilder handed = NumberBuilder.of(Board.LAPS, Unit.LAP, Clock.COHORT)
                .entering("f.handed_at", COUNTED + " and f.handed_at is not null")
                .needing(Stage.HANDED_OVER)
                .by(Grouping.LAP);
        all.add(handed.count("laps.handedOver"));
        all.add(handed.within("laps.accepted", "f.accepted_at", Stage.ACCEPTED));
        all.add(handed.within("laps.won", "f.lap_won_at"));
        all.add(NumberBuilder.of(Board.LAPS, Unit.LAP, Clock.COHORT)
                .entering("f.rejected_at", COUNTED + " and f.rejected_at is not null and f.reason = 'tooEarly'")
                .needing(Stage.REJECTED)
                .within("laps.tooEarlyWon", "f.won_at"));
        NumberBuilder later = NumberBuilder.of(Board.LAPS, Unit.LAP, Clock.COHORT)
                .entering("f.handed_at", COUNTED + " and f.handed_at is not null and f.lap > 1")
                .needing(Stage.HANDED_OVER, Stage.RECYCLED);
        all.add(later.share("laps.fitChanged", "f.fit_changed"));
        all.add(later.share("laps.maturityChanged", "f.maturity_changed"));
        all.add(later.by(Grouping.CHANGED).share("laps.factChanged", "cardinality(f.changed) > 0"));
    }

    private static void response(List<BoardNumber> all) {
        NumberBuilder promises = NumberBuilder.of(Board.RESPONSE, Unit.PROMISE, Clock.EVENT)
                .entering("p.due_at", COUNTED + " and p.state in ('kept', 'broken')");
        all.add(promises.by(Grouping.SIDE).share("response.keptBySide", "p.state = 'kept'"));
        all.add(promises.by(Grouping.CLAUSE).share("response.keptByClause", "p.state = 'kept'"));
        NumberBuilder given = NumberBuilder.of(Board.RESPONSE, Unit.LAP, Clock.COHORT)
                .entering(
                        "f.given_at",
                        COUNTED + " and f.given_at is not null and (f.answered_at >= f.given_at or " + OPEN
                                + "f.state = 'UNANSWERED')")
                .needing(Stage.HANDED_OVER, Stage.ACCEPTED, Stage.REJECTED);
        all.add(given.time("response.answer", Kind.MEDIAN, "f.answered_at", "f.given_w", "f.answered_w"));
        all.add(given.time("response.answerNine", Kind.NINE_IN_TEN, "f.answered_at", "f.given_w", "f.answered_w"));
        NumberBuilder accepted = NumberBuilder.of(Board.RESPONSE, Unit.LAP, Clock.COHORT)
                .entering(
                        "f.accepted_at",
                        COUNTED + " and f.accepted_at is not null and (f.contacted_at >= f.accepted_at or " + OPEN
                                + "f.state = 'NO_CONTACT')")
                .needing(Stage.ACCEPTED, Stage.CONTACTED);
        all.add(accepted.time("response.contact", Kind.MEDIAN, "f.contacted_at", "f.accepted_w", "f.contacted_w"));
        all.add(accepted.time(
                "response.contactNine", Kind.NINE_IN_TEN, "f.contacted_at", "f.accepted_w", "f.contacted_w"));
        NumberBuilder answered = NumberBuilder.of(Board.RESPONSE, Unit.LAP, Clock.EVENT)
                .entering("f.answered_at", COUNTED + " and f.answered_at is not null")
                .needing(Stage.HANDED_OVER, Stage.ACCEPTED, Stage.REJECTED)
                .by(Grouping.SPEED);
        all.add(answered.share("response.acceptedBySpeed", "f.answer = 'accepted'"));
        all.add(NumberBuilder.of(Board.RESPONSE, Unit.LAP, Clock.COHORT)
                .entering("f.answered_at", COUNTED + " and f.answer = 'accepted'")
                .needing(Stage.HANDED_OVER, Stage.ACCEPTED)
                .by(Grouping.SPEED)
                .within("response.wonBySpeed", "f.lap_won_at"));
    }

    private static void conversion(List<BoardNumber> all) {
        all.add(NumberBuilder.of(Board.CONVERSION, Unit.JOURNEY, Clock.COHORT)
                .entering("f.captured_at", COUNTED)
                .needing(Stage.CAPTURED)
                .within("conversion.won", "f.won_at"));
        all.add(NumberBuilder.of(Board.CONVERSION, Unit.JOURNEY, Clock.COHORT)
                .entering("f.journey_accepted_at", COUNTED + " and f.journey_accepted_at is not null")
                .needing(Stage.ACCEPTED)
                .within("conversion.close", "f.won_at"));
        all.add(NumberBuilder.of(Board.CONVERSION, Unit.LAP, Clock.COHORT)
                .entering("f.handed_at", COUNTED + " and f.handed_at is not null")
                .needing(Stage.HANDED_OVER)
                .within("conversion.acceptance", "f.accepted_at", Stage.ACCEPTED));
        all.add(amount("conversion.revenue", Board.CONVERSION, Kind.SUM));
        all.add(amount("conversion.averageDeal", Board.CONVERSION, Kind.MEAN));
        all.add(cost("conversion.costCaptured", "f.captured_at", Stage.CAPTURED));
        all.add(cost("conversion.costHandedOver", "f.journey_handed_at", Stage.HANDED_OVER));
        all.add(cost("conversion.costWon", "f.won_at"));
    }

    private static BoardNumber cost(String id, String entered, Stage... stages) {
        return new BoardNumber(
                id,
                Board.CONVERSION,
                Unit.JOURNEY,
                Kind.COST,
                Clock.EVENT,
                false,
                BoardNumber.GUARD,
                entered,
                COUNTED + " and " + entered + " is not null",
                null,
                "true",
                null,
                Set.of(stages),
                null);
    }

    private static BoardNumber amount(String id, @Nullable Board board, Kind kind) {
        return new BoardNumber(
                id,
                board,
                Unit.JOURNEY,
                kind,
                Clock.EVENT,
                false,
                kind == Kind.SUM ? 1 : BoardNumber.GUARD,
                "f.won_at",
                COUNTED + " and f.won_at is not null",
                "f.won_at",
                "f.deal_value is not null",
                "f.deal_value",
                Set.of(),
                board == null ? Grouping.CURRENCY : null);
    }

    private static void criteria(List<BoardNumber> all) {
        NumberBuilder rated = NumberBuilder.of(Board.CRITERIA, Unit.LAP, Clock.COHORT)
                .entering("f.rated_at", COUNTED + " and f.rated_at is not null and f.fit is not null")
                .by(Grouping.CELL);
        all.add(rated.count("criteria.rated"));
        for (String route : List.of("handOff", "qualify", "nurture", "disqualify")) {
            all.add(rated.share("criteria." + route, "f.route = '" + route + "'"));
        }
        all.add(rated.within("criteria.handedOver", "f.handed_at", Stage.HANDED_OVER));
        all.add(rated.entering(
                        "f.handed_at",
                        COUNTED + " and f.handed_at is not null and f.rated_at is not null and f.fit is" + " not null")
                .within("criteria.accepted", "f.accepted_at", Stage.HANDED_OVER, Stage.ACCEPTED));
        all.add(rated.within("criteria.won", "f.lap_won_at"));
    }
}
