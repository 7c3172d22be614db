package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ManyNamesakesTest {

    @Autowired
    LeadCapture captures;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void of_many_with_one_name_and_number_the_longest_known_are_paired() {
        // given
        String run = UUID.randomUUID().toString();
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofSeconds(1));
            leads.add(captures.capture(
                            new Capture(
                                    Map.of(
                                            Field.EXTERNAL_ID, "namesake-" + i,
                                            Field.NAME, "Erika " + run,
                                            Field.PHONE, "+49 30 9018204"),
                                    List.of(),
                                    List.of(),
                                    null),
                            new Origin(run, Origin.Kind.API, null, null, null))
                    .leadId());
            // Rewritten, the oldest row lies last in the table.
            jdbc.sql("update lead set name = name where id = ?")
                    .param(leads.get(0))
                    .update();
        }

        // when
        UUID last = leads.get(7);
        List<UUID> paired = jdbc.sql("""
            select case when lead_a = :last then lead_b else lead_a end
            from duplicate_case where :last in (lead_a, lead_b)
            """).param("last", last).query(UUID.class).list();

        // then
        assertThat(paired).containsExactlyInAnyOrderElementsOf(leads.subList(0, 5));
    }
}
