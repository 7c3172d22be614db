package org.leadrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class LeadRelayApplicationTest {

    @Autowired
    Clock clock;

    @Autowired
    SettableClock settable;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_product_starts_on_a_real_postgresql_17() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("17.");
    }

    @Test
    void the_products_clock_is_driven_by_hand_in_tests() {
        // when
        settable.advance(Duration.ofHours(3));

        // then
        assertThat(clock.instant()).isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofHours(3)));
    }
}
