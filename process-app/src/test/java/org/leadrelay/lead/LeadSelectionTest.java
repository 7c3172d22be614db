package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.leadrelay.platform.Invalid;
import org.springframework.context.i18n.LocaleContextHolder;

/** Which leads a query asks for; that the database finds them is told by the tests of the list. */
class LeadSelectionTest {

    private static final String ALL = " where l.merged_into is null";

    static final List<String> SORTS = LeadQuery.SORTS;

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_query_that_asks_for_nothing_finds_all_that_were_not_merged_away() {
        // when
        LeadSelection selection = LeadSelection.of(LeadQuery.first(20), null);

        // then
        assertThat(selection.where()).isEqualTo(ALL);
        assertThat(selection.params()).isEmpty();
    }

    @Test
    void each_field_that_is_given_is_a_condition_with_its_parameter_in_order() {
        // given
        LeadQuery query =
                new LeadQuery(null, "webinar", "Activity_Qualify", "won", "ended", "high", "ada", 0, 20, "-capturedAt");

        // when
        LeadSelection selection = LeadSelection.of(query, new TreeSet<>(Set.of("ben", "ada")));

        // then
        assertThat(selection.where())
                .isEqualTo(ALL + " and l.owner = any (string_to_array(?, ','))"
                        + " and l.source = ? and j.step = ? and j.end_kind = ? and j.priority = ? and l.owner = ?"
                        + " and j.ended_at is not null");
        assertThat(selection.params()).containsExactly("ada,ben", "webinar", "Activity_Qualify", "won", "high", "ada");
    }

    @Test
    void who_may_see_nobodys_leads_sees_none_and_not_all() {
        assertThat(LeadSelection.of(LeadQuery.first(20), Set.of()).params()).containsExactly("");
    }

    @Test
    void what_is_blank_is_not_asked_and_a_nul_is_left_out() {
        // when
        LeadSelection selection =
                LeadSelection.of(new LeadQuery(" ", " ", "", " ", " ", "high\u0000", "", 0, 20, "-capturedAt"), null);

        // then
        assertThat(selection.where()).isEqualTo(ALL + " and j.priority = ?");
        assertThat(selection.params()).containsExactly("high");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"running, j.ended_at is null", "ended, j.ended_at is not null"})
    void a_state_is_running_or_ended(String state, String condition) {
        assertThat(LeadSelection.of(asking(state, "name"), null).where()).isEqualTo(ALL + " and " + condition);
    }

    @Test
    void a_state_or_an_order_that_there_is_not_is_refused_with_the_field() {
        // when
        Invalid state = catchThrowableOfType(Invalid.class, () -> LeadSelection.of(asking("sleeping", "name"), null));
        Invalid sort = catchThrowableOfType(Invalid.class, () -> LeadSelection.of(asking(null, "colour"), null));

        // then
        assertThat(state.violations().get(0).field()).isEqualTo("state");
        assertThat(sort.violations().get(0).field()).isEqualTo("sort");
        assertThat(sort.violations().get(0).message()).contains("capturedAt");
    }

    @Test
    void every_word_of_a_search_must_be_found_in_one_of_its_two_spellings() {
        // when
        LeadSelection selection =
                LeadSelection.of(new LeadQuery("Goethe AG", null, null, null, null, null, null, 0, 20, "name"), null);

        // then
        String word = " and (position(? in l.search) > 0 or position(? in l.search) > 0)";
        assertThat(selection.where()).isEqualTo(ALL + word + word);
        assertThat(selection.params()).containsExactly("goethe", "gothe", "ag", "ag");
    }

    @ParameterizedTest
    @FieldSource("SORTS")
    void every_order_that_is_offered_works_both_ways_and_ends_with_the_id(String sort) {
        // when
        String up = LeadSelection.of(asking(null, sort), null).order();
        String down = LeadSelection.of(asking(null, "-" + sort), null).order();

        // then
        assertThat(up).startsWith(" order by ").endsWith(", l.id").doesNotContain(" desc");
        assertThat(down).startsWith(" order by ").endsWith(", l.id").contains(" desc");
    }

    @Test
    void what_is_unknown_comes_last_either_way_and_times_are_never_unknown() {
        assertThat(LeadSelection.of(asking(null, "fit"), null).order()).isEqualTo(" order by j.fit nulls last, l.id");
        assertThat(LeadSelection.of(asking(null, "-fit"), null).order())
                .isEqualTo(" order by j.fit desc nulls last, l.id");
        assertThat(LeadSelection.of(asking(null, "-capturedAt"), null).order())
                .isEqualTo(" order by l.captured_at desc, l.id");
    }

    private static LeadQuery asking(@Nullable String state, String sort) {
        return new LeadQuery(null, null, null, null, state, null, null, 0, 20, sort);
    }
}
