package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class MandatesTest {

    @Autowired
    Mandates mandates;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void heads() {
        cast.person("helena", Roles.MARKETING);
        cast.person("henrik", Roles.SALES_MANAGER);
        cast.person("dora", Roles.MARKETING);
        mandates.give(Mandate.HEAD_OF_MARKETING, "helena", Set.of("dora"), null);
        mandates.give(Mandate.HEAD_OF_SALES, "henrik", Set.of("dora"), null);
    }

    @Test
    void both_heads_are_known_with_their_deputies() {
        assertThat(mandates.holders()).containsExactly("helena", "henrik");
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).deputies()).containsExactly("dora");
        assertThat(mandates.heldBy("dora")).containsExactly(Mandate.HEAD_OF_MARKETING, Mandate.HEAD_OF_SALES);
        assertThat(mandates.heldBy("nobody")).isEmpty();
    }

    @Test
    void nobody_heads_both_sides() {
        assertThatThrownBy(() -> mandates.give(Mandate.HEAD_OF_SALES, "helena", Set.of(), null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("never signs for both");
    }

    @Test
    void a_head_who_was_deactivated_is_none() {
        // when
        people.deactivate("henrik", null);

        // then
        assertThat(mandates.holders()).containsExactly("helena");
        assertThatThrownBy(() -> mandates.give(Mandate.HEAD_OF_SALES, "henrik", Set.of(), null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void only_administrators_name_them_and_every_change_is_kept() {
        // given
        cast.person("alex", Roles.ADMINISTRATOR);
        cast.actingAs("helena");
        assertThatThrownBy(() -> mandates.give(Mandate.HEAD_OF_SALES, "dora", Set.of(), null))
                .isInstanceOf(Forbidden.class);

        // when
        cast.actingAs("alex");
        mandates.give(Mandate.HEAD_OF_SALES, "dora", Set.of("henrik", "dora"), null);

        // then
        Mandates.Change newest = mandates.changes().get(0);
        assertThat(newest.person()).isEqualTo("alex");
        assertThat(newest.holder()).isEqualTo("dora");
        assertThat(newest.deputies()).containsExactly("henrik");
    }

    @Test
    void two_administrators_do_not_overwrite_each_other_unseen() throws Exception {
        // given
        cast.person("alex", Roles.ADMINISTRATOR);
        int seen = mandates.of(Mandate.HEAD_OF_SALES).edition();
        String body = "{\"holder\": \"henrik\", \"deputies\": [], \"edition\": %d}".formatted(seen);

        // when
        mvc.perform(put("/api/mandates/head-of-sales")
                        .with(httpBasic("alex", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mandate").value("head-of-sales"));

        // then
        mvc.perform(put("/api/mandates/head-of-sales")
                        .with(httpBasic("alex", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("meanwhile")));
        mvc.perform(get("/api/mandates").with(httpBasic("helena", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[1].holder").value("henrik"));
    }
}
