package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that come at the same moment give as many pairs to decide as one after another. */
@ProductTest
class SimultaneousCapturesTest {

    private static final int ROUNDS = 25;
    private static final int AT_ONCE = 4;

    @Autowired
    LeadCapture captures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void all_with_one_name_and_number_are_paired_with_each_other() {
        for (int round = 0; round < ROUNDS; round++) {
            // given
            String phone = "+49 30 901820" + (10 + round);
            String email = "moment" + round + ".%d@people.example";

            // when
            List<Captured> captured = atOnce(
                    AT_ONCE,
                    i -> captures.capture(
                            record(email.formatted(i), "Mona Moment", phone), i % 2 == 0 ? api("shop-" + i) : form()));

            // then
            assertThat(captured).extracting(Captured::outcome).containsOnly(Captured.Outcome.CREATED);
            assertThat(pairs(round)).as("round %s", round).isEqualTo(AT_ONCE * (AT_ONCE - 1) / 2);
        }
    }

    private static Capture record(String email, String name, String phone) {
        return new Capture(
                Map.of(Field.EMAIL, email, Field.NAME, name, Field.PHONE, phone), List.of(), List.of(), null);
    }

    private static Origin api(String name) {
        return new Origin(name, Origin.Kind.API, null, "key", null);
    }

    private static Origin form() {
        return new Origin("web-to-lead", Origin.Kind.FORM, "Web form", "web-to-lead", null);
    }

    private int pairs(int round) {
        return jdbc.sql("""
            select count(*) from duplicate_case d join lead a on a.id = d.lead_a
            where a.email like ?
            """).param("moment" + round + ".%").query(Integer.class).single();
    }
}
