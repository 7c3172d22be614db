package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.RouteFigures.Estimate;
import org.leadrelay.process.RouteFigures.RoutedLead;

class RouteFiguresTest {

    @Test
    void of_ten_leads_of_whom_four_buy_two_of_them_among_three_handed_over() {
        // given
        List<RoutedLead> leads = leads(10);

        // then
        assertThat(RouteFigures.share(leads, RoutedLead::handedOver)).isEqualTo(0.3);
        assertThat(RouteFigures.lift(leads, RoutedLead::handedOver)).isCloseTo(2.0 / 3 / 0.4, within(1e-9));
        assertThat(RouteFigures.coverage(leads, RoutedLead::handedOver)).isEqualTo(0.5);
        assertThat(RouteFigures.coverage(leads, RoutedLead::handedOverOrQualified))
                .isEqualTo(0.75);
    }

    @Test
    void an_interval_holds_the_value_is_narrower_with_more_leads_and_always_the_same() {
        Estimate few = RouteFigures.estimate(leads(40), each -> RouteFigures.share(each, RoutedLead::handedOver));
        Estimate many = RouteFigures.estimate(leads(400), each -> RouteFigures.share(each, RoutedLead::handedOver));

        // then by the normal distribution: 0.3 +- 1.96 * sqrt(0.3 * 0.7 / n)
        assertThat(few.low()).isCloseTo(0.158, within(0.03));
        assertThat(many.low()).isCloseTo(0.255, within(0.01));
        assertThat(many.high()).isCloseTo(0.345, within(0.01));
        assertThat(RouteFigures.estimate(leads(40), each -> RouteFigures.share(each, RoutedLead::handedOver)))
                .isEqualTo(few);
    }

    @Test
    void eighths_are_cut_by_all_leads_and_counted_of_some() {
        List<RoutedLead> all = leads(80);
        assertThat(RouteFigures.eighths(all, all)).containsOnly(1.0);
        assertThat(
                        RouteFigures.eighths(
                                all,
                                all.stream()
                                        .filter(each -> each.order() >= 40 || !each.handedOver())
                                        .toList())[0])
                .isZero();
    }

    /** Of each ten, in this order: three handed over, of whom two buy; one qualified, who buys; six others, of whom one. */
    private static List<RoutedLead> leads(int many) {
        List<RoutedLead> leads = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int place = i % 10;
            leads.add(new RoutedLead(
                    String.valueOf(i),
                    i,
                    place == 0 || place == 1 || place == 3 || place == 4,
                    "A1",
                    place < 3 ? "handOff" : place == 3 ? "qualify" : "nurture"));
        }
        return leads;
    }
}
