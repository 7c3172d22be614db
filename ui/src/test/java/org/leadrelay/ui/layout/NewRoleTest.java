package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.ClassUtils;

/** A new role touches no Java: it is added by REST, and its person finds the views that it allows. */
@ProductTest
@OwnDatabase
class NewRoleTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    AccessAnnotationChecker checker;

    @Autowired
    Places places;

    @Autowired
    RolePermissions permissions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final String role = "new-" + UUID.randomUUID().toString().substring(0, 8);

    private final String administrator = "boss-of-" + role;

    @Autowired
    PageSecurityContexts contexts;

    private final SecurityContextHolderStrategy ofTheLastStarted = SecurityContextHolder.getContextHolderStrategy();

    /** The strategy is static: an application that another test started later in this process has taken it over. */
    @BeforeEach
    void anAdministrator() {
        SecurityContextHolder.setContextHolderStrategy(contexts);
        cast.person(administrator, Roles.ADMINISTRATOR);
    }

    @AfterEach
    void theRoleGoes() {
        cast.actingAsNobody();
        cast.person("newcomer");
        jdbc.sql("delete from role where name = ?").param(role).update();
        database.superuser().sql("delete from permission_change").update();
        SecurityContextHolder.setContextHolderStrategy(ofTheLastStarted);
    }

    @Test
    void a_role_that_is_added_by_rest_opens_the_views_that_it_allows_and_no_other() throws Exception {
        // when
        send("/api/admin/roles/" + role, "{\"label\": \"Partner manager\", \"labelDe\": \"Partnerbetreuung\"}");
        send(
                "/api/admin/roles/" + role + "/permissions",
                "{\"permissions\": [\"see-every-lead\", \"administer-keys\", \"read-every-promise\"]}");
        cast.person("newcomer", role);
        cast.actingAs("newcomer");

        // then
        assertThat(closedToNobodyInside()).contains("InboxView", "CharterView", "CalendarsView");
        assertThat(open()).containsExactly("KeysView", "LeadsView", "PromisesView");
        assertThat(paths()).contains("leads", "promises", "admin/keys").doesNotContain("team", "imports", "exports");

        // and when it is taken, the page is closed to them at once
        cast.actingAsNobody();
        send("/api/admin/roles/" + role + "/permissions", "{\"permissions\": [\"administer-keys\"]}");
        cast.actingAs("newcomer");
        assertThat(open()).containsExactly("KeysView");
        assertThat(paths()).doesNotContain("leads", "promises");
    }

    @Test
    void every_view_behind_a_permission_is_closed_without_it_and_open_with_it() {
        // given
        cast.person("newcomer", Roles.AUDITOR);
        currentPerson.as(
                Actor.SYSTEM, () -> permissions.save(new Roles.Role(role, "New", "Neu", "", RoleSide.NEITHER)));
        cast.person("newcomer", role);
        for (Class<?> view : views()) {
            Allowed allowed = view.getAnnotation(Allowed.class);
            for (Permission each : allowed == null ? new Permission[0] : allowed.value()) {
                // when
                allow(Set.of(each.code()));
                // then
                assertThat(mayEnter(view)).as("%s with %s", view, each).isTrue();
                // when
                allow(Set.of());
                // then
                assertThat(mayEnter(view)).as("%s without %s", view, each).isFalse();
            }
        }
    }

    @Test
    void without_a_login_no_view_behind_a_permission_is_open() {
        for (Class<?> view : views()) {
            if (view.isAnnotationPresent(Allowed.class)) {
                assertThat(checker.hasAccess(view, null, any -> true)).isFalse();
            }
        }
    }

    private void allow(Set<String> codes) {
        currentPerson.as(Actor.SYSTEM, () -> permissions.change(role, codes, null));
    }

    private Set<String> open() {
        return views().stream()
                .filter(each -> each.isAnnotationPresent(Allowed.class))
                .filter(this::mayEnter)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> closedToNobodyInside() {
        return views().stream()
                .filter(each -> !each.isAnnotationPresent(Allowed.class))
                .filter(this::mayEnter)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean mayEnter(Class<?> view) {
        cast.actingAs("newcomer");
        try {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            return checker.hasAccess(view, who, any -> false);
        } finally {
            cast.actingAsNobody();
        }
    }

    private List<String> paths() {
        cast.actingAs("newcomer");
        try {
            Actor person = currentPerson.get();
            return places.openTo(person).stream()
                    .map(each -> each.pathFor(person))
                    .toList();
        } finally {
            cast.actingAsNobody();
        }
    }

    private void send(String path, String body) throws Exception {
        mvc.perform(put(path)
                        .with(httpBasic(administrator, Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk());
    }

    private static List<Class<?>> views() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.leadrelay.ui").stream()
                .<Class<?>>map(each -> ClassUtils.resolveClassName(
                        String.valueOf(each.getBeanClassName()), NewRoleTest.class.getClassLoader()))
                .toList();
    }
}
