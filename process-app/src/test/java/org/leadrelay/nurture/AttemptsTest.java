package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class AttemptsTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private Charter charter;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void attempts_are_spaced_in_working_time_until_the_charter_allows_no_more() {
        // given
        UUID lead = new LeadRows(jdbc).lead();
        int allowed = charter.current().attempts();
        // when
        for (int made = 1; made < allowed; made++) {
            Attempt attempt = attempts.next(lead, 1);
            // then
            assertThat(attempt.left()).isTrue();
            assertThat(attempt.nextAt())
                    .isEqualTo(charter.calendar()
                            .add(clock.instant(), charter.current().attemptSpacing()));
        }
        assertThat(attempts.next(lead, 1)).isEqualTo(new Attempt(false, null));
    }

    @Test
    void who_is_about_to_try_is_told_the_number_and_when_the_next_would_be_due() {
        // given
        UUID lead = new LeadRows(jdbc).lead();
        int allowed = charter.current().attempts();
        // when
        for (int number = 1; number < allowed; number++) {
            AttemptOutlook outlook = attempts.outlook(lead);
            // then
            assertThat(outlook.number()).isEqualTo(number);
            assertThat(outlook.most()).isEqualTo(allowed);
            assertThat(outlook.nextAt()).isEqualTo(attempts.next(lead, 1).nextAt());
        }
        assertThat(attempts.outlook(lead)).isEqualTo(new AttemptOutlook(allowed, allowed, null));
    }

    @Test
    void the_next_lap_begins_to_count_anew() {
        // given
        UUID lead = new LeadRows(jdbc).lead();
        for (int made = 0; made < charter.current().attempts(); made++) {
            attempts.next(lead, 1);
        }
        // when
        Attempt attempt = attempts.next(lead, 2);
        // then
        assertThat(attempt.left()).isTrue();
    }
}
