package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.cost.KnownCosts.Lacking;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What values are read beside: costs, the agreed target, the mix of the period before. */
@ProductTest
@OwnDatabase
class BoardContextTest {

    private static final Instant FEBRUARY = Instant.parse("2026-02-15T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-15T10:00:00Z");

    @Autowired
    BoardReports reports;

    @Autowired
    BoardWords words;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private LapRows laps;

    @BeforeEach
    void aQuarterIsOver() {
        database.empty();
        clock.set(Instant.parse("2026-04-07T09:00:00Z"));
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
        laps = new LapRows(jdbc);
        laps.of(UUID.randomUUID(), "other", Instant.parse("2026-01-01T00:00:00Z"))
                .add();
    }

    @Test
    void costs_are_divided_by_leads_where_they_are_known_for_the_whole_period() {
        // given
        leads(24, "other", MARCH);
        leads(10, "-", MARCH);
        enter("other", "2026-03", "1250.50");

        // when
        NumberResult open = number("conversion.costCaptured", march());
        enter("-", "2026-03", "0");
        NumberResult known = number("conversion.costCaptured", march());

        // then
        assertThat(open.value()).isNull();
        assertThat(basis(open).lacking()).containsExactly(new Lacking("-", YearMonth.of(2026, 3)));
        assertThat(said("conversion.costCaptured", open)).contains("March 2026 (no source)");
        assertThat(known.d()).isEqualTo(34);
        assertThat(known.value()).isCloseTo(1250.50 / 34, Assertions.within(0.0001));
        assertThat(known.currency()).isEqualTo("EUR");
        assertThat(said("conversion.costCaptured", known)).isEqualTo("36.78 EUR each: 1,250.50 EUR for 34");
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.CONVERSION,
                                        march(),
                                        "conversion.costCaptured",
                                        null,
                                        BoardPart.DENOMINATOR),
                                0,
                                50)
                        .total())
                .isEqualTo(34);
    }

    @Test
    void by_source_each_is_known_by_itself_and_one_without_leads_is_shown_too() {
        // given
        leads(25, "other", MARCH);
        leads(20, "-", MARCH);
        enter("other", "2026-03", "500");
        enter("Webinar", "2026-03", "900");

        // when
        List<NumberResult> bySource = numbers("conversion.costCaptured", march().by(Grouping.SOURCE));

        // then
        assertThat(bySource).extracting(NumberResult::group).containsExactly("other", "-", "Webinar");
        assertThat(bySource).extracting(NumberResult::value).containsExactly(20.0, null, null);
        assertThat(bySource.stream().map(each -> said("conversion.costCaptured", each)))
                .containsExactly(
                        "20 EUR each: 500 EUR for 25",
                        "not known: no costs entered for March 2026 (no source)",
                        "900 EUR spent, and no such lead");
    }

    @Test
    void by_month_each_has_its_own_costs_and_leads() {
        // given
        leads(20, "other", FEBRUARY);
        leads(40, "other", MARCH);
        enter("other", "2026-02", "100");
        enter("other", "2026-03", "400");

        // then
        BoardFilter twoMonths = BoardFilter.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 7));
        assertThat(numbers("conversion.costCaptured", twoMonths.by(Grouping.MONTH)))
                .extracting(NumberResult::group, NumberResult::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-03", 10.0),
                        org.assertj.core.groups.Tuple.tuple("2026-02", 5.0));
        assertThat(number("conversion.costCaptured", twoMonths).value()).isCloseTo(500.0 / 60, Assertions.within(1e-4));
    }

    @Test
    void a_month_that_runs_or_that_is_asked_for_in_part_has_no_costs() {
        // given
        leads(30, "other", MARCH);
        enter("other", "2026-03", "300");

        // then
        BoardFilter part = BoardFilter.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 7));
        NumberResult result = number("conversion.costCaptured", part);
        assertThat(result.d()).isZero();
        assertThat(said("conversion.costCaptured", result)).contains("no whole month");
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.CONVERSION, part, "conversion.costCaptured", null, BoardPart.DENOMINATOR),
                                0,
                                5)
                        .total())
                .isZero();
    }

    @Test
    void fewer_leads_than_the_guard_have_no_cost_each() {
        // given
        leads(19, "other", MARCH);
        enter("other", "2026-03", "190");

        // when
        NumberResult few = number("conversion.costHandedOver", march());

        // then
        assertThat(few.value()).isNull();
        assertThat(said("conversion.costHandedOver", few)).isEqualTo("190 EUR spent for 19: too few for a mean");
    }

    @Test
    void a_filter_within_a_source_has_no_costs_of_its_own() {
        // given
        leads(25, "other", MARCH);
        enter("other", "2026-03", "250");

        // then
        BoardFilter campaign = new BoardFilter(
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                null,
                "-",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        NumberResult result = number("conversion.costCaptured", campaign);
        assertThat(result.d()).isEqualTo(25);
        assertThat(result.value()).isNull();
        assertThat(said("conversion.costCaptured", result)).contains("by source and month only");
        assertThat(number("conversion.costCaptured", march().ofSource("other")).value())
                .isEqualTo(10.0);
    }

    @Test
    void revenue_stands_beside_the_target_that_the_charter_agrees_for_these_days() {
        // given
        NumberResult nothing = number("joint.revenue", march());
        laps.of(UUID.randomUUID(), "other", MARCH)
                .won(MARCH.plusSeconds(86_400))
                .worth(45_000, "EUR")
                .add();

        // then
        assertThat(said("joint.revenue", nothing)).isEqualTo("nothing yet of the 100,000 EUR agreed");
        for (Board board : Board.values()) {
            NumberResult joint = reports.board(board, march()).numbers().get(0);
            assertThat(said("joint.revenue", joint)).isEqualTo("45,000 EUR of the 100,000 EUR agreed");
        }
        assertThat(number("joint.revenue", march().ofSource("other")).beside()).isNull();
    }

    @Test
    void a_rate_that_fell_because_sources_changed_says_what_it_is_with_those_of_before() {
        // given
        wins(100, 40, "Fair", FEBRUARY);
        wins(25, 2, "Web", FEBRUARY);
        wins(25, 12, "Fair", MARCH);
        wins(100, 13, "Web", MARCH);
        BoardFilter filter = new BoardFilter(
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                java.time.Duration.ofDays(10));

        // when
        NumberResult won = number("conversion.won", filter);

        // then
        StandardisedRate mix =
                Objects.requireNonNull(Objects.requireNonNull(won.beside()).mix());
        assertThat(won.value()).isEqualTo(25.0 / 125);
        assertThat(mix.earlier()).isEqualTo(42.0 / 125);
        assertThat(mix.value()).isCloseTo(0.8 * 12 / 25 + 0.2 * 13 / 100, Assertions.within(1e-9));
        assertThat(words.mix(won, Locale.ENGLISH))
                .contains("1 Feb 2026 to 28 Feb 2026")
                .contains("then it was 33.6%");
        assertThat(number("conversion.won", filter.ofSource("Web")).beside()).isNull();
        assertThat(number("conversion.won", BoardFilter.ALL).beside()).isNull();
    }

    private static BoardFilter march() {
        return BoardFilter.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    }

    private void leads(int many, String source, Instant at) {
        for (int i = 0; i < many; i++) {
            laps.of(UUID.randomUUID(), source, at.plusSeconds(i)).add();
        }
        jdbc.sql("update lap_fact set source = null where source = '-'").update();
    }

    private void wins(int many, int won, String source, Instant at) {
        for (int i = 0; i < many; i++) {
            LapRows.Lap lap = laps.of(UUID.randomUUID(), source, at.plusSeconds(i));
            (i < won ? lap.won(at.plusSeconds(86_400)) : lap).add();
        }
    }

    private void enter(String source, String month, String amount) {
        jdbc.sql("insert into cost_entry (source, month, amount, currency, person, at) values (?, ?::date, ?, 'EUR',"
                        + " 'mara', now())")
                .params(source, month + "-01", new BigDecimal(amount))
                .update();
    }

    private NumberResult number(String id, BoardFilter filter) {
        return numbers(id, filter).get(0);
    }

    private List<NumberResult> numbers(String id, BoardFilter filter) {
        return reports.board(Board.CONVERSION, filter).numbers().stream()
                .filter(each -> each.id().equals(id))
                .toList();
    }

    private static CostBasis basis(NumberResult result) {
        return Objects.requireNonNull(Objects.requireNonNull(result.beside()).cost());
    }

    private String said(String id, @Nullable NumberResult result) {
        return words.said(
                NumberCatalog.find(Board.CONVERSION, id).orElseThrow(), Objects.requireNonNull(result), Locale.ENGLISH);
    }
}
