package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** What a role allows is data: whoever changes it, and whoever would like to have more than it says. */
@ProductTest
class RolePermissionsTest {

    /** One call for each permission that opens a path of its own, which is otherwise refused. */
    private static final Map<String, String> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put("administer-people", "/api/admin/people");
        DOORS.put("read-permissions", "/api/admin/permissions");
        DOORS.put("administer-keys", "/api/admin/keys");
        DOORS.put("lift-login-blocks", "/api/admin/login-blocks");
        DOORS.put("keep-outbox", "/api/admin/outbox");
        DOORS.put("watch-operation", "/actuator/metrics");
        DOORS.put("read-exports", "/api/exports");
        DOORS.put("read-intake", "/api/imports");
        DOORS.put("bring-in-leads", "/api/mappings");
        DOORS.put("read-return-addresses", "/api/intake/return-addresses");
        DOORS.put("see-every-lead", "/api/leads");
        DOORS.put("manage-reps", "/api/team/reps");
        DOORS.put("see-incoming", "/api/team/incoming");
        DOORS.put("read-every-promise", "/api/promises");
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Cast cast;

    @Autowired
    RolePermissions permissions;

    @Autowired
    People people;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    PersonRepository persons;

    @Autowired
    TeamRepository teams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    private final String role = "guest-" + UUID.randomUUID().toString().substring(0, 8);
    private final String login = "who-" + UUID.randomUUID().toString().substring(0, 8);

    private Set<String> ofAdministrators = Set.of();

    @BeforeEach
    void aNewRoleAndSomebodyWhoHasIt() throws Exception {
        ofAdministrators = rights(Roles.ADMINISTRATOR).permissions().stream()
                .map(Permission::code)
                .collect(Collectors.toSet());
        cast.person("perm-admin", Roles.ADMINISTRATOR);
        send(put("/api/admin/roles/" + role), admin(), "{\"label\": \"Guest\", \"labelDe\": \"Gast\"}")
                .andExpect(status().isOk());
        cast.person(login, role);
    }

    @AfterEach
    void theyLeave() {
        cast.actingAsNobody();
        permissions.change(Roles.ADMINISTRATOR, ofAdministrators, null);
        cast.person(login);
        cast.person("perm-admin");
        jdbc.sql("delete from role where name = ?").param(role).update();
        database.superuser().sql("delete from permission_change").update();
    }

    @Test
    void a_new_role_with_one_permission_may_do_that_and_nothing_else() throws Exception {
        for (Map.Entry<String, String> door : DOORS.entrySet()) {
            // when
            allow(door.getKey()).andExpect(status().isOk());
            // then
            for (Map.Entry<String, String> each : DOORS.entrySet()) {
                ResultActions answer = mvc.perform(get(each.getValue()).with(somebody()));
                int status = answer.andReturn().getResponse().getStatus();
                if (each.equals(door)) {
                    assertThat(status)
                            .as("%s with %s", each.getValue(), door.getKey())
                            .isEqualTo(200);
                } else {
                    assertThat(status)
                            .as("%s with %s", each.getValue(), door.getKey())
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void without_a_permission_a_role_opens_nothing_that_needs_one_and_changes_nothing() throws Exception {
        // when
        allow().andExpect(status().isOk());
        // then
        for (String each : DOORS.values()) {
            mvc.perform(get(each).with(somebody())).andExpect(status().isForbidden());
        }
        mvc.perform(get("/api/calendars").with(somebody())).andExpect(status().isOk());
        send(post("/api/tasks/claim"), somebody(), "{\"ids\": []}")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("to read and to change nothing")));
    }

    @Test
    void a_new_role_works_the_tasks_of_its_lane_and_reads_the_process() throws Exception {
        mvc.perform(get("/api/me").with(somebody()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.permissions").value(containsInAnyOrder("read-process", "work-tasks")));
    }

    @Test
    void who_administers_people_gives_neither_themselves_nor_others_more_than_they_have() throws Exception {
        // given
        allow("administer-people").andExpect(status().isOk());
        String puppet = cast.person("puppet-" + login);
        // then
        for (String target : List.of(login, puppet)) {
            send(patch("/api/admin/people/" + target), somebody(), "{\"roles\": [\"administrator\"]}")
                    .andExpect(status().isForbidden());
        }
        send(post("/api/admin/people"), somebody(), """
            {"login": "made-%s", "displayName": "M", "password": "tomato-ladder-quiet", "roles": ["administrator"]}
            """.formatted(login)).andExpect(status().isForbidden());
        send(patch("/api/admin/people/" + login), somebody(), "{\"roles\": [\"%s\", \"marketing\"]}".formatted(role))
                .andExpect(status().isForbidden());
        send(post("/api/admin/people/perm-admin/password"), somebody(), "{\"password\": \"tomato-ladder-quiet\"}")
                .andExpect(status().isForbidden());
        send(post("/api/admin/people/perm-admin/deactivate"), somebody(), "{}").andExpect(status().isForbidden());
        send(put("/api/admin/roles/" + role + "/permissions"), somebody(), "{\"permissions\": [\"administer-keys\"]}")
                .andExpect(status().isForbidden());
        assertThat(people.find("made-" + login)).isEmpty();
        assertThat(people.get(login).roles()).containsExactly(role);
        // and what is theirs to give, they give
        send(patch("/api/admin/people/" + puppet), somebody(), "{\"roles\": [\"marketing\"]}")
                .andExpect(status().isOk());
    }

    @Test
    void a_permission_that_there_is_not_is_refused_with_its_name_and_changes_nothing() throws Exception {
        allow("see-every-lead", "fly")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("permissions"))
                .andExpect(jsonPath("$.detail").value(containsString("'fly'")));
        send(put("/api/admin/roles/" + role + "/permissions"), admin(), "{}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("permissions"));
        send(put("/api/admin/roles/nobody-knows/permissions"), admin(), "{\"permissions\": []}")
                .andExpect(status().isNotFound());
        assertThat(rights(role).permissions()).containsExactly(Permission.WORK_TASKS, Permission.READ_PROCESS);
    }

    @Test
    void what_was_read_before_somebody_else_changed_it_is_refused() throws Exception {
        // given
        int edition = rights(role).edition();
        allow("see-every-lead");
        // when
        send(
                        put("/api/admin/roles/" + role + "/permissions"),
                        admin(),
                        "{\"permissions\": [], \"edition\": %d}".formatted(edition))
                .andExpect(status().isConflict());
        // then
        assertThat(rights(role).permissions()).containsExactly(Permission.SEE_EVERY_LEAD);
    }

    @Test
    void the_side_of_a_role_is_changed_by_rest_and_is_on_record_with_old_and_new() throws Exception {
        // given
        String words = "{\"label\": \"Guest\", \"labelDe\": \"Gast\"";
        // when
        send(put("/api/admin/roles/" + role), admin(), words + ", \"side\": \"sales\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.side").value("sales"));
        // then
        assertThat(jdbc.sql("select details from journey_log where kind = 'role-changed' and subject = ?")
                        .param(role)
                        .query(String.class)
                        .list())
                .containsExactly("{\"side\":\"sales\",\"sideBefore\":\"neither\"}");

        // and what is left out stays
        send(put("/api/admin/roles/" + role), admin(), words + "}")
                .andExpect(jsonPath("$.side").value("sales"));
        send(put("/api/admin/roles/" + role), admin(), words + ", \"side\": \"north\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("side"));
    }

    @Test
    void a_change_is_on_record_for_auditors_with_its_author() throws Exception {
        // given
        cast.person("perm-audit", Roles.AUDITOR);
        // when
        allow("see-every-lead", "export");
        // then
        mvc.perform(get("/api/admin/permissions/changes").with(httpBasic("perm-audit", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].person").value("perm-admin"))
                .andExpect(jsonPath("$.items[0].role").value(role))
                .andExpect(jsonPath("$.items[0].what").value("CHANGED"))
                .andExpect(jsonPath("$.items[0].before").value(containsInAnyOrder("read-process", "work-tasks")))
                .andExpect(jsonPath("$.items[0].after").value(contains("see-every-lead", "export")))
                .andExpect(jsonPath("$.items[1].what").value("ADDED"));
        mvc.perform(get("/api/admin/permissions").with(httpBasic("perm-audit", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.permissions[*].name").value(hasItem("see-every-lead")))
                .andExpect(jsonPath("$.roles[?(@.role.name == '%s')].people[0]".formatted(role))
                        .value(login));
    }

    @Test
    void a_role_is_removed_when_nobody_has_it_and_nothing_names_it() throws Exception {
        mvc.perform(delete("/api/admin/roles/" + role).with(admin())).andExpect(status().isConflict());
        mvc.perform(delete("/api/admin/roles/sales-rep").with(admin())).andExpect(status().isConflict());
        cast.person(login);
        mvc.perform(delete("/api/admin/roles/" + role).with(admin())).andExpect(status().isNoContent());
        mvc.perform(delete("/api/admin/roles/" + role).with(admin())).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from role_permission where role = ?")
                        .param(role)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_takes_the_last_permission_to_change_permissions_away() throws Exception {
        // given somebody else who may, who is let go first
        Set<String> without = withoutAdministeringRoles();
        allow("administer-roles");
        // when the administrators' role gives it up, the new role keeps it
        currentPerson.as(Actor.SYSTEM, () -> permissions.change(Roles.ADMINISTRATOR, without, null));
        // then
        assertThatThrownBy(() -> currentPerson.as(Actor.SYSTEM, () -> permissions.change(role, Set.of(), null)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("nobody could change permissions");
        assertThatThrownBy(() -> people.deactivate(login, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("last administrator");
        assertThatThrownBy(() -> cast.person(login))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("last administrator");
        assertThat(rights(role).permissions()).containsExactly(Permission.ADMINISTER_ROLES);
    }

    @Test
    void two_who_let_go_at_the_same_moment_do_not_both_go() throws Exception {
        // given two roles that may, each with one person
        Set<String> others = currentPerson
                .as(Actor.SYSTEM, () -> rights(Roles.ADMINISTRATOR).permissions())
                .stream()
                .filter(each -> each != Permission.ADMINISTER_ROLES)
                .map(Permission::code)
                .collect(Collectors.toSet());
        allow("administer-roles");
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> administrators = () -> letGo(Roles.ADMINISTRATOR, others, both);
            Callable<Boolean> guests = () -> letGo(role, Set.of(), both);
            // when
            long gone = 0;
            for (Future<Boolean> each : pool.invokeAll(List.of(administrators, guests))) {
                gone += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            // then
            assertThat(gone).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_permission_that_is_taken_is_gone_on_another_node_within_two_seconds() throws Exception {
        // given another node that knows the person
        allow("see-every-lead");
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<String>();
        NodeBroadcast otherNode = new NodeBroadcast(jdbc, dataSource);
        Actors there = new Actors(persons, teams, otherNode);
        otherNode.listen("people", told::add, () -> told.add("listening"));
        otherNode.start();
        try {
            assertThat(told.poll(15, TimeUnit.SECONDS)).isEqualTo("listening");
            assertThat(there.find(login).orElseThrow().may(Permission.SEE_EVERY_LEAD))
                    .isTrue();
            // when
            allow();
            // then
            assertThat(told.poll(2, TimeUnit.SECONDS)).isNotNull();
            assertThat(there.find(login).orElseThrow().may(Permission.SEE_EVERY_LEAD))
                    .isFalse();
            mvc.perform(get("/api/leads").with(somebody())).andExpect(status().isForbidden());
        } finally {
            otherNode.stop();
        }
    }

    @Test
    void a_change_that_is_not_committed_holds_in_its_own_transaction_alone() {
        transactions.executeWithoutResult(status -> {
            currentPerson.as(Actor.SYSTEM, () -> permissions.change(role, Set.of("see-every-lead"), null));
            assertThat(may(login)).containsExactly(Permission.SEE_EVERY_LEAD);
            status.setRollbackOnly();
        });
        assertThat(may(login)).containsExactlyInAnyOrder(Permission.WORK_TASKS, Permission.READ_PROCESS);
    }

    @Test
    void every_permission_has_words_in_both_languages() {
        for (Permission each : Permission.values()) {
            assertThat(each.label(Locale.ENGLISH)).isNotBlank().isNotEqualTo(each.code());
            assertThat(each.label(Locale.GERMAN)).isNotBlank();
            assertThat(Permission.of(each.code())).contains(each);
        }
    }

    @Test
    void every_permission_is_given_to_some_role_and_every_stored_one_is_known_unless_it_rests_on_an_agreement() {
        TreeSet<String> stored = new TreeSet<>(jdbc.sql("select distinct permission from role_permission")
                .query(String.class)
                .list());
        assertThat(stored)
                .isEqualTo(Arrays.stream(Permission.values())
                        .filter(each -> !each.needsAgreement())
                        .map(Permission::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> withoutAdministeringRoles() {
        return ofAdministrators.stream()
                .filter(each -> !each.equals("administer-roles"))
                .collect(Collectors.toSet());
    }

    private boolean letGo(String of, Set<String> rest, CyclicBarrier both) throws Exception {
        both.await(15, TimeUnit.SECONDS);
        try {
            currentPerson.as(Actor.SYSTEM, () -> permissions.change(of, rest, null));
            return true;
        } catch (Conflict refused) {
            return false;
        }
    }

    private Set<Permission> may(String of) {
        cast.actingAs(of);
        try {
            return currentPerson.get().permissions();
        } finally {
            cast.actingAsNobody();
        }
    }

    private RolePermissions.RoleRights rights(String of) {
        return permissions.all().stream()
                .filter(each -> each.role().name().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions allow(String... codes) throws Exception {
        return send(
                put("/api/admin/roles/" + role + "/permissions"),
                admin(),
                json.writeValueAsString(Map.of("permissions", codes)));
    }

    private ResultActions send(MockHttpServletRequestBuilder call, RequestPostProcessor who, String body)
            throws Exception {
        return mvc.perform(
                call.with(who).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private RequestPostProcessor somebody() {
        return httpBasic(login, Cast.PASSWORD);
    }

    private static RequestPostProcessor admin() {
        return httpBasic("perm-admin", Cast.PASSWORD);
    }
}
