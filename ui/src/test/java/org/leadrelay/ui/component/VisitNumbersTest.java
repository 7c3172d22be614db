package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.audit.JourneyDiagrams.Visit;

class VisitNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1", "2 | '1, 2'", "3 | '1, 2, 3'", "4 | 1 … 4", "12 | 1 … 12"})
    void an_element_has_its_numbers_and_of_many_the_first_and_the_last(int visits, String text) {
        assertThat(numbers(times("Activity_Call", visits)))
                .extracting(VisitNumbers::text)
                .containsExactly(text);
    }

    @Test
    void elements_stand_in_the_order_of_their_first_visit_with_all_their_times() {
        // given
        List<Visit> way = List.of(visit(1, "Event_Start"), visit(2, "Activity_Call"), visit(3, "Event_Start"));

        // when
        List<VisitNumbers> numbers = numbers(way);

        // then
        assertThat(numbers).extracting(VisitNumbers::element).containsExactly("Event_Start", "Activity_Call");
        assertThat(numbers.get(0).text()).isEqualTo("1, 3");
        assertThat(numbers.get(0).title()).isEqualTo("name of Event_Start\n1: minute 1\n3: minute 3");
    }

    @Test
    void of_very_many_times_the_first_and_the_last_are_told() {
        // when
        String title = numbers(times("Activity_Call", 30)).get(0).title();

        // then
        assertThat(title.lines()).hasSize(11).endsWith("…", "30: minute 30").contains("8: minute 8");
    }

    private static List<VisitNumbers> numbers(List<Visit> visits) {
        return VisitNumbers.of(visits, at -> "minute " + at.getEpochSecond() / 60);
    }

    private static List<Visit> times(String element, int visits) {
        List<Visit> all = new ArrayList<>();
        for (int number = 1; number <= visits; number++) {
            all.add(visit(number, element));
        }
        return all;
    }

    private static Visit visit(int number, String element) {
        return new Visit(number, element, "name of " + element, Instant.EPOCH.plusSeconds(60L * number));
    }
}
