package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.Signal;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The boards over journeys that were really gone. */
class BoardReportsTest extends JourneyTest {

    @Autowired
    BoardReports reports;

    @Autowired
    LapFactSweep sweep;

    @Autowired
    LapFactProgress folded;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    LeadCommands life;

    @Autowired
    Database database;

    @Override
    @BeforeEach
    protected void stage() {
        database.empty();
        super.stage();
    }

    @Test
    void a_won_lead_is_in_every_stage_of_the_funnel_once_it_was_watched_for_the_horizon() {
        // given
        UUID won = wonLead(5_000);
        rejectedLead();
        sweep.sweep();
        cast.actingAs(JourneyDriver.MARKETER);

        // when it is too early to judge
        assertThat(number(Board.FUNNEL, "funnel.won").d()).isZero();
        assertThat(number(Board.FUNNEL, "funnel.won").running()).isEqualTo(2);
        journeys.advance(Duration.ofDays(91));

        // then
        for (String stage : List.of("mature", "handedOver")) {
            assertThat(number(Board.FUNNEL, "funnel." + stage).n()).as(stage).isEqualTo(2);
        }
        for (String stage : List.of("accepted", "contacted", "won")) {
            assertThat(number(Board.FUNNEL, "funnel." + stage).n()).as(stage).isEqualTo(1);
        }
        NumberResult rate = number(Board.FUNNEL, "funnel.won");
        assertThat(rate.d()).isEqualTo(2);
        assertThat(rate.running()).isZero();
        assertThat(rate.enough()).isFalse();
        assertThat(rate.value()).isNull();
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.FUNNEL, BoardFilter.ALL, "funnel.won", null, BoardPart.NUMERATOR),
                                0,
                                50)
                        .items())
                .extracting(LeadOfNumber::leadId)
                .containsExactly(won);
    }

    @Test
    void the_joint_number_comes_first_on_every_board_and_currencies_are_never_summed() {
        // given
        wonLead(5_000);
        wonLead(7_000);
        sweep.sweep();
        jdbc.sql("update lap_fact set currency = 'CHF' where deal_value = 7000").update();
        cast.actingAs(JourneyDriver.MARKETER);

        // then
        for (Board board : Board.values()) {
            List<NumberResult> first =
                    reports.board(board, BoardFilter.ALL).numbers().subList(0, 2);
            assertThat(first).extracting(NumberResult::id).containsOnly("joint.revenue");
            assertThat(first).extracting(NumberResult::currency).containsExactlyInAnyOrder("CHF", "EUR");
            assertThat(first).extracting(NumberResult::value).containsExactlyInAnyOrder(5_000.0, 7_000.0);
        }
    }

    @Test
    void the_parts_of_what_became_of_it_sum_to_the_whole() {
        // given
        wonLead(1_000);
        rejectedLead();
        acceptedLead();
        readyLead();
        UUID missed = readyLead();
        journeys.fire(missed, "Event_AnswerOverdue");
        UUID recycled = rejectedLead();
        review(recycled, "recycle");
        UUID junk = rejectedLead();
        review(junk, "junk");
        UUID reached = acceptedLead();
        asHolder(reached, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        UUID gone = acceptedLead();
        journeys.advance(Duration.ofDays(2));
        journeys.withdraw(gone);
        sweep.sweep();
        cast.actingAs(JourneyDriver.MARKETER);

        // when
        Map<String, Long> parts = new java.util.TreeMap<>();
        reports.board(Board.BECAME, BoardFilter.ALL).numbers().stream()
                .filter(each -> each.id().startsWith("became."))
                .forEach(each -> parts.put(each.id().substring(7), each.n()));

        // then
        long whole = parts.remove("handedOver");
        parts.remove("noWord");
        assertThat(whole).isEqualTo(9);
        assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(whole);
        assertThat(parts)
                .containsEntry("won", 1L)
                .containsEntry("unanswered", 2L)
                .containsEntry("inReview", 1L)
                .containsEntry("noContact", 1L)
                .containsEntry("recycled", 1L)
                .containsEntry("closed", 1L)
                .containsEntry("followUp", 1L)
                .containsEntry("withdrawn", 1L);
    }

    @Test
    void every_number_opens_exactly_its_leads() {
        // given
        wonLead(1_000);
        UUID recycled = rejectedLead();
        review(recycled, "recycle");
        journeys.engage(recycled, Signal.Kind.MEETING_ASKED);
        acceptedLead();
        UUID missed = readyLead();
        journeys.fire(missed, "Event_AnswerOverdue");
        journeys.advance(Duration.ofDays(91));
        readyLead();
        sweep.sweep();
        cast.actingAs(JourneyDriver.MARKETER);

        // then
        List<@Nullable Grouping> groupings = new ArrayList<>(
                List.of(Grouping.SOURCE, Grouping.REASON, Grouping.TEAM, Grouping.CELL, Grouping.CLAUSE));
        groupings.add(null);
        int numbers = 0;
        for (Board board : Board.values()) {
            for (Grouping grouping : groupings) {
                BoardFilter filter = BoardFilter.ALL.by(grouping);
                for (NumberResult result : reports.board(board, filter).numbers()) {
                    for (BoardPart part : BoardPart.values()) {
                        long says = switch (part) {
                            case NUMERATOR -> result.n();
                            case DENOMINATOR -> result.d();
                            case RUNNING -> result.running();
                        };
                        List<LeadOfNumber> rows = reports.leads(
                                        new DrillDownQuery(board, filter, result.id(), result.group(), part), 0, 500)
                                .items();
                        assertThat(rows)
                                .as("%s of %s in %s by %s", part, result.id(), result.group(), grouping)
                                .hasSize((int) says);
                        assertThat(rows).extracting(LeadOfNumber::id).doesNotHaveDuplicates();
                    }
                    numbers++;
                }
            }
        }
        assertThat(numbers).isGreaterThan(300);
    }

    @Test
    void a_lead_has_the_content_that_the_buyer_took_up_first_before_the_hand_off() {
        // given
        UUID guided = leadScored(null, null);
        journeys.engage(guided, takenUp(Signal.Kind.CLICK, false, "scanned"));
        journeys.engage(guided, takenUp(Signal.Kind.VISIT, true, null));
        journeys.engage(guided, takenUp(Signal.Kind.DOWNLOAD, true, "buyers-guide"));
        journeys.engage(guided, takenUp(Signal.Kind.DOWNLOAD, true, "prices"));
        UUID handed = readyLead();
        journeys.engage(handed, takenUp(Signal.Kind.DOWNLOAD, true, "prices"));
        sweep.sweep();
        cast.actingAs(JourneyDriver.MARKETER);

        // then
        assertThat(captured(BoardFilter.ALL.by(Grouping.CONTENT)))
                .extracting(NumberResult::group)
                .containsExactlyInAnyOrder("buyers-guide", Grouping.UNKNOWN);
        assertThat(captured(content("buyers-guide")))
                .extracting(NumberResult::n)
                .containsExactly(1L);
        assertThat(captured(content(Grouping.UNKNOWN)))
                .extracting(NumberResult::n)
                .containsExactly(1L);
        assertThat(reports.choices().contents()).containsExactly("buyers-guide");
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.FUNNEL,
                                        content("buyers-guide"),
                                        "funnel.captured",
                                        null,
                                        BoardPart.NUMERATOR),
                                0,
                                5)
                        .items())
                .extracting(LeadOfNumber::leadId)
                .containsExactly(guided);
    }

    @Test
    void whoever_comes_back_has_the_content_that_brought_them_back() {
        // given
        UUID lead = leadScored(null, null);
        journeys.engage(lead, takenUp(Signal.Kind.DOWNLOAD, true, "buyers-guide"));
        journeys.withdraw(lead);
        journeys.engage(lead, takenUp(Signal.Kind.CLICK, true, "spring-mail"));
        cast.actingAs(JourneyDriver.MARKETER);
        life.reopen(lead, "asked again");
        cast.actingAsNobody();
        journeys.advance(Duration.ofDays(2));

        // when
        sweep.sweep();

        // then
        assertThat(jdbc.sql("select content from lap_fact where lead_id = ? order by journey")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly("buyers-guide", "spring-mail");
    }

    private static Signal takenUp(Signal.Kind kind, boolean confirmed, @Nullable String content) {
        return new Signal(kind, null, "tests", confirmed, content);
    }

    private static BoardFilter content(String name) {
        return new BoardFilter(null, null, null, null, name, null, null, null, null, null, null, null);
    }

    private List<NumberResult> captured(BoardFilter filter) {
        return reports.board(Board.FUNNEL, filter).numbers().stream()
                .filter(each -> each.id().equals("funnel.captured"))
                .toList();
    }

    @Test
    void a_rebuild_comes_to_the_same_rows() {
        // given
        UUID guided = leadScored(null, null);
        journeys.engage(guided, takenUp(Signal.Kind.DOWNLOAD, true, "buyers-guide"));
        wonLead(1_000);
        UUID recycled = rejectedLead();
        sweep.sweep();
        review(recycled, "recycle");
        sweep.sweep();
        journeys.engage(recycled, Signal.Kind.MEETING_ASKED);
        sweep.sweep();
        List<Map<String, Object>> facts = rows("lap_fact order by lead_id, journey, lap");
        List<Map<String, Object>> promises = rows("lap_promise order by promise_id");

        // when
        new WholeRebuild(folded, sweep, transactions).run();

        // then
        assertThat(facts).hasSizeGreaterThan(3);
        assertThat(facts.toString()).contains("\"content\": \"buyers-guide\"");
        assertThat(rows("lap_fact order by lead_id, journey, lap")).isEqualTo(facts);
        assertThat(rows("lap_promise order by promise_id")).isEqualTo(promises);
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void two_nodes_that_sweep_at_once_leave_each_row_once() {
        // given
        wonLead(1_000);
        rejectedLead();

        // when
        AtOnce.atOnce(2, node -> sweep.sweep());
        sweep.sweep();

        // then
        assertThat(rows("lap_fact")).hasSize(2);
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void a_node_that_dies_before_the_position_is_kept_changes_nothing() {
        // given
        wonLead(1_000);
        sweep.sweep();
        List<Map<String, Object>> facts = rows("lap_fact");

        // when
        jdbc.sql("delete from lap_fact").update();
        jdbc.sql("update lap_fact_position set seq = seq - 1").update();
        sweep.sweep();

        // then
        assertThat(rows("lap_fact")).isEqualTo(facts);
    }

    @Test
    void a_lead_that_is_erased_stays_a_count_without_a_name() {
        // given
        UUID lead = rejectedLead();
        sweep.sweep();
        jdbc.sql("update lead set name = null, email = null, company = null, number = null, external_id = null,"
                        + " phone = null where id = ?")
                .param(lead)
                .update();
        jdbc.sql("delete from decision_fact where lead_id = ?").param(lead).update();
        cast.actingAs(JourneyDriver.MARKETER);

        // when
        new WholeRebuild(folded, sweep, transactions).run();

        // then
        assertThat(number(Board.REASONS, "reasons.rejected").n()).isEqualTo(1);
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.REASONS, BoardFilter.ALL, "reasons.rejected", null, BoardPart.NUMERATOR),
                                0,
                                5)
                        .items())
                .extracting(LeadOfNumber::lead)
                .containsExactly(lead.toString());
    }

    @Test
    void no_person_and_no_small_team_is_told_apart() {
        // given
        UUID small = cast.team("Inbound", "ada", "ben", "max");
        acceptedLead();
        sweep.sweep();
        cast.person("hana", Roles.PROCESS_OWNER);
        cast.actingAs("hana");

        // then
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.board(Board.FUNNEL, rep("ada")));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.board(Board.FUNNEL, team(small)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> reports.leads(
                        new DrillDownQuery(Board.BECAME, team(small), "became.noContact", null, BoardPart.NUMERATOR),
                        0,
                        5));
        assertThat(reports.board(Board.BECAME, BoardFilter.ALL.by(Grouping.TEAM))
                        .numbers())
                .filteredOn(each -> each.id().equals("became.noContact"))
                .extracting(NumberResult::group)
                .containsExactly(Grouping.UNKNOWN);
        assertThat(reports.leads(
                                new DrillDownQuery(
                                        Board.BECAME, BoardFilter.ALL, "became.noContact", null, BoardPart.NUMERATOR),
                                0,
                                5)
                        .items())
                .extracting(LeadOfNumber::rep)
                .containsOnlyNulls();
        cast.actingAs("ada");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.board(Board.FUNNEL, BoardFilter.ALL));
    }

    @Test
    void a_manager_asks_for_their_own_team_alone() {
        // given
        for (String rep : List.of("rep-1", "rep-2", "rep-3", "rep-4", "rep-5", "rep-6", "rep-7", "rep-8")) {
            cast.person(rep, Roles.SALES_REP);
        }
        cast.person("boss-of-north", Roles.SALES_MANAGER);
        UUID north = cast.team("North", "rep-1", "rep-2", "rep-3", "rep-4", "boss-of-north");
        UUID south = cast.team("South", "rep-5", "rep-6", "rep-7", "rep-8");

        // when
        cast.actingAs("boss-of-north");

        // then
        assertThat(reports.board(Board.FUNNEL, team(north)).numbers()).isNotEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> reports.board(Board.FUNNEL, team(south)));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> reports.leads(
                        new DrillDownQuery(Board.BECAME, team(south), "became.noContact", null, BoardPart.NUMERATOR),
                        0,
                        5));
    }

    @Test
    void an_unknown_number_is_named_with_those_there_are() {
        // given
        cast.actingAs(JourneyDriver.MARKETER);

        // then
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> reports.leads(
                        new DrillDownQuery(Board.FUNNEL, BoardFilter.ALL, "funnel.lost", null, BoardPart.NUMERATOR),
                        0,
                        5))
                .withMessageContaining("funnel.won");
    }

    private static BoardFilter rep(String login) {
        return new BoardFilter(null, null, null, null, null, null, null, null, null, login, null, null);
    }

    private static BoardFilter team(UUID team) {
        return new BoardFilter(null, null, null, null, null, team, null, null, null, null, null, null);
    }

    private List<Map<String, Object>> rows(String from) {
        return jdbc.sql("select to_jsonb(r)::text as row from (select * from " + from + ") r")
                .query()
                .listOfRows();
    }

    private NumberResult number(Board board, String id) {
        return reports.board(board, BoardFilter.ALL).numbers().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void review(UUID lead, String outcome) {
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", outcome, "marketingCause", "tooSoon"));
    }

    private UUID wonLead(long value) {
        UUID lead = acceptedLead();
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(lead, "Activity_DecideOutcome", Map.of("outcome", "won", "dealValue", value));
        return lead;
    }
}
