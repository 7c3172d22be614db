package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.People;
import org.leadrelay.access.Teams;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.intake.Mappings;

class RetriedServicesTest {

    @ParameterizedTest
    @ValueSource(classes = {People.class, Teams.class, ApiKeys.class, CalendarAdministration.class, Mappings.class})
    void what_administrators_change_is_repeated_when_it_collides(Class<?> service) {
        assertThat(service).hasAnnotation(RetryOnCollision.class);
    }
}
