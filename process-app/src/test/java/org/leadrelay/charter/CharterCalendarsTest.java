package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@OwnDatabase
class CharterCalendarsTest {

    @Autowired
    CharterCalendars agreed;

    @Autowired
    Charter charter;

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    Cast cast;

    @Test
    void the_calendar_that_both_heads_signed_is_not_the_sales_managers_to_change() {
        // given
        cast.person("boss", Roles.SALES_MANAGER);
        cast.actingAs("boss");
        String signed = charter.current().calendarId();
        // then
        assertThat(agreed.names(signed)).isTrue();
        assertThat(agreed.names("a-desk-of-their-own")).isFalse();
        assertThat(keeping.mayChange(signed)).isFalse();
        assertThat(keeping.mayChange("a-desk-of-their-own")).isTrue();
    }
}
