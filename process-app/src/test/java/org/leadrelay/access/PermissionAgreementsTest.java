package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Names of people on the boards need an agreement, and everyone sees which. */
@ProductTest
@OwnDatabase
class PermissionAgreementsTest {

    private static final Agreed AGREED = new Agreed("Works agreement 7", LocalDate.of(2026, 2, 27));

    @Autowired
    RolePermissions permissions;

    @Autowired
    PermissionAgreements agreements;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Set<String> before;

    @BeforeEach
    void administrator() {
        cast.person("agnes", Roles.ADMINISTRATOR);
        cast.actingAs("agnes");
        before = permissions.all().stream()
                .filter(each -> each.role().name().equals(Roles.SALES_MANAGER))
                .flatMap(each -> each.permissions().stream())
                .map(Permission::code)
                .collect(Collectors.toSet());
    }

    @AfterEach
    void nobody() {
        permissions.change(Roles.SALES_MANAGER, before, null);
        cast.actingAsNobody();
    }

    private Set<String> withPeople() {
        return Stream.concat(before.stream(), Stream.of(Permission.BOARDS_PEOPLE.code()))
                .collect(Collectors.toSet());
    }

    @Test
    void nobody_has_the_permission_at_first() {
        assertThat(permissions.all()).noneMatch(each -> each.permissions().contains(Permission.BOARDS_PEOPLE));
        assertThat(agreements.inForce(Permission.BOARDS_PEOPLE)).isEmpty();
    }

    @Test
    void it_is_not_given_without_the_agreement_that_it_rests_on() {
        assertThatThrownBy(() -> permissions.change(Roles.SALES_MANAGER, withPeople(), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("rests on an agreement");
        assertThatThrownBy(
                        () -> permissions.change(Roles.SALES_MANAGER, withPeople(), null, new Agreed(" ", AGREED.on())))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> permissions.change(
                        Roles.SALES_MANAGER, withPeople(), null, new Agreed("Later", LocalDate.of(2026, 4, 1))))
                .isInstanceOf(Invalid.class);
        nobody_has_the_permission_at_first();
    }

    @Test
    void with_it_everyone_reads_which_one_and_the_log_has_a_line() {
        // when
        permissions.change(Roles.SALES_MANAGER, withPeople(), null, AGREED);

        // then
        cast.person("rita", Roles.SALES_REP);
        cast.actingAs("rita");
        assertThat(agreements.inForce(Permission.BOARDS_PEOPLE))
                .extracting(each -> each.words() + " " + each.on() + " " + each.person())
                .containsExactly("Works agreement 7 2026-02-27 agnes");
        assertThat(jdbc.sql("select details from journey_log where kind = 'role-changed' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"agreedOn\":\"2026-02-27\"", "\"agreement\":\"");
        cast.actingAs("agnes");

        // and when the permission stays, nothing is asked anew
        permissions.change(Roles.SALES_MANAGER, withPeople(), null);

        // and when it is taken
        permissions.change(Roles.SALES_MANAGER, before, null);

        // then
        assertThat(agreements.inForce(Permission.BOARDS_PEOPLE)).isEmpty();
    }

    @Test
    void rest_asks_for_it_too() throws Exception {
        String codes = withPeople().stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","));
        String path = "/api/admin/roles/" + Roles.SALES_MANAGER + "/permissions";
        mvc.perform(put(path)
                        .with(httpBasic("agnes", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"permissions\":[" + codes + "]}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("agreement")));
        mvc.perform(put(path)
                        .with(httpBasic("agnes", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"permissions\":[" + codes
                                + "],\"agreement\":\"Works agreement 7\",\"agreedOn\":\"2026-02-27\"}"))
                .andExpect(status().isOk());
        assertThat(agreements.inForce(Permission.BOARDS_PEOPLE)).hasSize(1);
    }
}
