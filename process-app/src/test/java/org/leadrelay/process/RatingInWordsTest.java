package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Signal;

/** Leads of many kinds, in words, and where the shipped tables send them. */
class RatingInWordsTest extends JourneyTest {

    @Test
    void a_company_of_160_whose_head_of_purchasing_asks_for_a_meeting_is_handed_over() {
        // given
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Frida Example",
                Field.TITLE, "Head of Purchasing",
                Field.COMPANY, "Example Pumps",
                Field.COMPANY_SIZE, "160",
                Field.EMAIL, "frida@example-pumps.example"));
        assertThat(rating(lead)).isEqualTo("A1 nurture");

        // when
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);

        // then
        assertThat(rating(lead)).isEqualTo("A4 handOff");
    }

    @Test
    void a_student_with_a_free_address_is_not_handed_over_whatever_they_do() {
        // given
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Sam Example",
                Field.TITLE, "Student",
                Field.EMAIL, "sam.example@gmail.com",
                Field.SOURCE, "Reference",
                Field.SECONDS_ON_SITE, "1200"));
        assertThat(rating(lead)).isEqualTo("D3 nurture");

        // when
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);

        // then somebody of marketing looks first
        assertThat(rating(lead)).isEqualTo("D4 qualify");
    }

    @Test
    void a_lead_of_whom_only_a_name_is_known_is_nurtured() {
        assertThat(rating(journeys.capture(Map.of(Field.NAME, "Nora Example")))).isEqualTo("C1 nurture");
    }

    @Test
    void somebody_unknown_who_asks_for_a_meeting_is_handed_over() {
        // given
        UUID lead = journeys.capture(Map.of(Field.NAME, "Nora Example", Field.EMAIL, "nora.example@gmail.com"));

        // when
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);

        // then
        assertThat(rating(lead)).isEqualTo("C4 handOff");
    }

    @Test
    void a_recommended_lead_is_handed_over_though_nothing_else_is_known() {
        assertThat(rating(journeys.capture(Map.of(Field.NAME, "Rita Example", Field.SOURCE, "reference"))))
                .isEqualTo("B3 handOff");
    }

    @Test
    void who_reads_for_nine_minutes_is_handed_over_and_who_reads_for_eight_is_not() {
        assertThat(rating(read("540"))).isEqualTo("C4 handOff");
        assertThat(rating(read("480"))).isEqualTo("C1 nurture");
    }

    @Test
    void who_reads_long_and_is_scored_as_quiet_is_nurtured() {
        assertThat(rating(journeys.capture(Map.of(
                        Field.NAME, "Quentin Example", Field.SECONDS_ON_SITE, "1200", Field.ACTIVITY_SCORE, "13"))))
                .isEqualTo("C1 nurture");
    }

    @Test
    void a_high_score_from_conversations_alone_is_no_sign_of_buying() {
        assertThat(rating(journeys.capture(
                        Map.of(Field.NAME, "Clara Example", Field.SECONDS_ON_SITE, "0", Field.ACTIVITY_SCORE, "17"))))
                .isEqualTo("C1 nurture");
    }

    @Test
    void a_firm_of_three_that_shows_no_interest_is_disqualified() {
        assertThat(rating(journeys.capture(Map.of(Field.NAME, "Tina Example", Field.COMPANY_SIZE, "3"))))
                .isEqualTo("D1 disqualify");
    }

    @Test
    void what_sales_wrote_down_later_changes_nothing() {
        assertThat(rating(journeys.capture(Map.of(
                        Field.NAME, "Olga Example",
                        Field.OCCUPATION, "Working Professional",
                        Field.LAST_ACTIVITY, "Had a Phone Conversation"))))
                .isEqualTo("C1 nurture");
    }

    private UUID read(String seconds) {
        return journeys.capture(Map.of(Field.NAME, "Lena Example", Field.SECONDS_ON_SITE, seconds));
    }

    private String rating(UUID lead) {
        return jdbc.sql("select fit || maturity || ' ' || route from journey where lead_id = ?")
                .param(lead)
                .query(String.class)
                .single();
    }
}
