package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Sql;
import org.leadrelay.testing.LapRows;
import org.leadrelay.ui.component.EmptyState;

/** How a number, its groups and what lacks are told. */
class BoardNumbersViewTest extends BoardViewTest {

    @Test
    void a_board_without_leads_says_what_will_fill_it() {
        // when
        open("boards");

        // then
        assertThat(_get(EmptyState.class)).isNotNull();
        assertThat(text(page())).contains("No leads in this selection");
    }

    @Test
    void a_number_is_said_in_words_and_then_in_figures() {
        // given
        forty();

        // when
        open("boards/reasons");

        // then
        assertThat(row("Rejected")).contains("between 2 and 5 of 10", "32.5%", "13 of 40");
    }

    @Test
    void below_the_guard_there_is_no_rate() {
        // given
        forty();

        // when
        open("boards/reasons?source=Fair");

        // then
        assertThat(row("Rejected")).contains("1 of 10: too few for a rate", "–").doesNotContain("%");
    }

    @Test
    void groups_whose_intervals_overlap_are_not_put_in_an_order() {
        // given
        for (int i = 0; i < 60; i++) {
            LapRows.Lap lap = laps.of(lead("Lead " + i), i < 30 ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)));
            (i % 3 == 0 ? lap.rejected("noBudget") : lap.accepted()).add();
        }

        // when
        open("boards/reasons?group=source&sort=rate");

        // then
        assertThat(text(rejections())).contains("These groups cannot be put in an order by their rate");
        assertThat(sortsByRate()).isFalse();
        assertThat(row("Altogether")).contains("20 of 60");
    }

    @Test
    void groups_that_lie_apart_can_be_sorted_by_their_rate() {
        // given
        for (int i = 0; i < 120; i++) {
            LapRows.Lap lap = laps.of(lead("Lead " + i), i < 60 ? "Webinar" : "Fair", MONDAY.minus(Duration.ofDays(3)));
            (i < 55 || i > 115 ? lap.rejected("noBudget") : lap.accepted()).add();
        }

        // when
        open("boards/reasons?group=source&sort=rate");

        // then
        assertThat(text(rejections())).doesNotContain("cannot be put in an order");
        assertThat(sortsByRate()).isTrue();
    }

    @Test
    void deals_that_are_too_few_for_a_mean_are_not_called_none() {
        // given
        Instant won = MONDAY.minus(Duration.ofDays(1));
        laps.of(lead("Worth"), "Webinar", MONDAY.minus(Duration.ofDays(3)))
                .won(won)
                .worth(12_000, "EUR")
                .add();
        laps.of(lead("Unsaid"), "Webinar", MONDAY.minus(Duration.ofDays(3)))
                .won(won)
                .add();

        // when
        open("boards/conversion");

        // then
        assertThat(row("Average deal, EUR")).contains("1: too few for a mean");
        assertThat(row("Revenue, without a value")).contains("1 without a value");
    }

    @Test
    void the_grid_says_of_each_cell_what_became_of_its_leads() {
        // given
        forty();

        // when
        open("boards/criteria");

        // then
        assertThat(text(_get(CriteriaGrid.class))).contains("Fit A", "Maturity 3", "A3", "40");
    }

    @Test
    void a_log_that_is_counted_further_than_now_is_not_told_beside_it() {
        // given
        forty();
        jdbc.sql("insert into lap_fact_basis (basis, log_up_to) values ('test', ?) on conflict (one) do update set"
                        + " log_up_to = excluded.log_up_to")
                .param(Sql.time(MONDAY.plus(Duration.ofDays(6))))
                .update();

        // when
        open("boards/reasons");

        // then
        assertThat(text(page())).contains("As of").doesNotContain("the log counted up to");
    }

    @Test
    void a_board_says_that_it_is_counted_anew_and_how_many_leads_could_not_be_read() {
        // given
        forty();
        jdbc.sql("delete from lap_fact_basis").update();
        jdbc.sql("insert into lap_fact_basis (basis, log_up_to, complete) values ('hours', ?, true)")
                .param(Sql.time(MONDAY))
                .update();
        open("boards/reasons");
        assertThat(text(page())).contains("the log counted up to").doesNotContain("counted anew", "could not be read");

        // when
        jdbc.sql("update lap_fact_basis set complete = false").update();
        jdbc.sql("insert into lap_fact_position values (gen_random_uuid(), 3, 'line 3')")
                .update();
        open("boards/reasons");

        // then
        assertThat(text(page())).contains("being counted anew", "leads that could not be read and are in no number: 1");
    }

    private static NumberSection rejections() {
        return _get(NumberSection.class, spec -> spec.withId("number-reasons.rejected"));
    }

    private static boolean sortsByRate() {
        return _find(rejections(), NativeTableHeaderCell.class).stream()
                .flatMap(each -> _find(each, Anchor.class).stream())
                .anyMatch(each -> each.getHref().contains("sort=rate"));
    }
}
