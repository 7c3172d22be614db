package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Boards over REST, as docs/reference/rest-boards.md shows them. */
@ProductTest
@OwnDatabase
class BoardsApiTest {

    private static final String[] FIELDS = {
        "id",
        "group",
        "currency",
        "n",
        "d",
        "running",
        "gap",
        "value",
        "low",
        "high",
        "enough",
        "firm",
        "rankable",
        "beside"
    };

    @Autowired
    MockMvc http;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_value_stands_flat_beside_its_counts() throws Exception {
        // given
        cast.person("mara", Roles.MARKETING);
        for (int i = 0; i < 24; i++) {
            LapRows.Lap lap = new LapRows(jdbc)
                    .of(UUID.randomUUID(), "Webinar", SettableClock.MONDAY_MORNING.minusSeconds(90_000L + i));
            (i < 6 ? lap.rejected("noBudget") : lap.accepted()).add();
        }

        // when
        String board = http.perform(get("/api/boards/reasons").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        // then
        JsonNode rejected = StreamSupport.stream(
                        new ObjectMapper().readTree(board).get("numbers").spliterator(), false)
                .filter(each -> each.get("id").asText().equals("reasons.rejected"))
                .findFirst()
                .orElseThrow();
        assertThat(rejected.fieldNames()).toIterable().isSubsetOf(FIELDS).contains("value", "low", "high", "rankable");
        assertThat(rejected.get("n").asInt()).isEqualTo(6);
        assertThat(rejected.get("d").asInt()).isEqualTo(24);
        assertThat(rejected.get("value").asDouble()).isEqualTo(0.25);
        assertThat(rejected.get("enough").asBoolean()).isTrue();
        assertThat(rejected.get("firm").asBoolean()).isFalse();
    }

    @Test
    void the_description_names_the_parts_of_a_value_flat() throws Exception {
        cast.person("mara", Roles.MARKETING);
        http.perform(get("/v3/api-docs").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.schemas.NumberResult.properties.keys()")
                        .value(containsInAnyOrder(FIELDS)));
    }
}
