package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** When a session is over, and that whoever asks hears of it at once. */
@ProductTest
class OpenSessionsTest {

    private static final int ENDED_WITHIN_SECONDS = 15;

    @Autowired
    LoginLog log;

    @Autowired
    OpenSessions sessions;

    @Autowired
    SessionLogin logins;

    @Autowired
    PersonSessions ofPeople;

    @Autowired
    SessionTable rows;

    @Autowired
    SessionSettings settings;

    @Autowired
    ServerProperties server;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    PersonRepository persons;

    @Autowired
    TeamRepository teams;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectProvider<OpenPages> pages;

    private String login;

    @BeforeEach
    void somebody() {
        login = cast.person("p" + UUID.randomUUID(), Roles.SALES_REP);
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_reset_a_change_and_an_ended_access_end_what_was_open() {
        for (Runnable deed : List.<Runnable>of(
                () -> people.resetPassword(login, "quite another passphrase"),
                () -> people.deactivate(login, null),
                () -> people.activate(login))) {
            if (persons.activeAccess(login).isEmpty()) {
                people.activate(login);
            }
            // given
            MockHttpSession session = logIn();
            in(session);
            assertThat(currentPerson.get().login()).isEqualTo(login);
            // when
            SecurityContextHolder.clearContext();
            deed.run();
            // then
            in(session);
            assertThatExceptionOfType(SessionExpired.class).isThrownBy(() -> currentPerson.get());
            assertThat(authentication(session).isAuthenticated()).isFalse();
            assertThat(authentication(session).getAuthorities()).isEmpty();
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void a_role_that_is_taken_is_gone_and_one_that_is_given_is_there() {
        // given
        MockHttpSession session = logIn();
        // when
        people.update(login, new PersonChange(null, null, null, Set.of(Roles.MARKETING)));
        // then
        in(session);
        assertThat(currentPerson.get().roles()).containsExactly(Roles.MARKETING);
        assertThat(authentication(session).getAuthorities())
                .extracting(each -> each.getAuthority())
                .containsExactly("ROLE_" + Roles.MARKETING);
    }

    @Test
    void the_session_that_changes_its_password_stays_and_the_others_end() {
        // given
        MockHttpSession mine = logIn();
        MockHttpSession other = logIn();
        // when
        in(mine);
        passwords.change(Cast.PASSWORD, "quite another passphrase");
        // then
        assertThat(currentPerson.get().login()).isEqualTo(login);
        in(other);
        assertThatExceptionOfType(SessionExpired.class)
                .isThrownBy(() -> currentPerson.get())
                .satisfies(over -> assertThat(over.why()).isEqualTo(SessionEnd.PASSWORD));
    }

    @Test
    void a_change_that_rolls_back_takes_no_session_along() {
        // given
        MockHttpSession mine = logIn();
        in(mine);
        // when
        transactions.executeWithoutResult(status -> {
            passwords.change(Cast.PASSWORD, "quite another passphrase");
            assertThat(currentPerson.get().login()).isEqualTo(login);
            status.setRollbackOnly();
        });
        // then
        assertThat(currentPerson.get().login()).isEqualTo(login);
        SecurityContextHolder.clearContext();
        people.resetPassword(login, "quite another passphrase");
        in(mine);
        assertThatExceptionOfType(SessionExpired.class).isThrownBy(() -> currentPerson.get());
    }

    @Test
    void a_reset_between_the_check_of_the_password_and_the_session_ends_the_session() {
        // given
        MockHttpServletRequest request = request();
        WebAuthenticationDetails details = logins.buildDetails(request);
        // when
        people.resetPassword(login, "quite another passphrase");
        MockHttpSession session = begin(request, details);
        // then
        in(session);
        assertThatExceptionOfType(SessionExpired.class).isThrownBy(() -> currentPerson.get());
    }

    @Test
    void after_half_a_day_a_session_ends_however_busy() {
        // given
        MockHttpSession session = logIn();
        in(session);
        // when
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        // then
        assertThat(currentPerson.get().login()).isEqualTo(login);
        // when
        clock.advance(Duration.ofSeconds(1));
        // then
        assertThatExceptionOfType(SessionExpired.class)
                .isThrownBy(() -> currentPerson.get())
                .satisfies(over -> assertThat(over.why()).isEqualTo(SessionEnd.TOO_LONG));
        assertThat(sessions.sweep()).isPositive();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_is_kept_for_minutes_before_the_login_and_for_hours_after_it() {
        // given
        MockHttpSession http = new MockHttpSession();
        new AnonymousSessions(settings).sessionCreated(new jakarta.servlet.http.HttpSessionEvent(http));
        assertThat(http.getMaxInactiveInterval()).isEqualTo(600);
        // when, then
        assertThat(logIn().getMaxInactiveInterval())
                .isEqualTo((int) server.getServlet().getSession().getTimeout().toSeconds())
                .isEqualTo(8 * 3600);
    }

    @Test
    void one_ends_ones_other_sessions_and_nobody_elses() throws Exception {
        // given
        MockHttpSession mine = logIn();
        MockHttpSession other = logIn();
        String colleague = cast.person("c" + UUID.randomUUID(), Roles.SALES_REP);
        in(mine);
        assertThat(ofPeople.mine())
                .hasSize(2)
                .filteredOn(PersonSession::current)
                .hasSize(1);
        UUID id = ofPeople.mine().stream()
                .filter(each -> !each.current())
                .findAny()
                .orElseThrow()
                .id();
        SecurityContextHolder.clearContext();

        // when, then
        RequestPostProcessor asColleague = httpBasic(colleague, Cast.PASSWORD);
        mvc.perform(get("/api/admin/people/" + login + "/sessions").with(asColleague))
                .andExpect(status().isForbidden());
        mvc.perform(delete("/api/admin/people/" + login + "/sessions").with(asColleague))
                .andExpect(status().isForbidden());
        cast.actingAs(colleague);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ofPeople.end(id));
        assertThat(other.isInvalid()).isFalse();

        // when
        in(mine);
        assertThat(ofPeople.endOthers()).isEqualTo(1);
        // then
        awaitEnd(other);
        in(other);
        assertThatExceptionOfType(SessionExpired.class).isThrownBy(() -> currentPerson.get());
        in(mine);
        assertThat(ofPeople.mine()).hasSize(1);

        // when
        SecurityContextHolder.clearContext();
        RequestPostProcessor administrator = httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD);
        mvc.perform(get("/api/admin/people/" + login + "/sessions").with(administrator))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].browser").value("Netscape 2"));
        mvc.perform(delete("/api/admin/people/" + login + "/sessions").with(administrator))
                .andExpect(jsonPath("$.ended").value(1));
        // then
        awaitEnd(mine);
        mvc.perform(get("/api/me/sessions").with(httpBasic(login, Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void another_node_ends_what_it_holds_within_two_seconds() throws InterruptedException {
        // given a session on another node
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<String>();
        NodeBroadcast otherNode = new NodeBroadcast(jdbc, dataSource);
        OpenSessions there = new OpenSessions(
                new Actors(persons, teams, otherNode),
                rows,
                log,
                settings,
                server,
                new ProductClock(clock),
                otherNode,
                pages);
        otherNode.listen("sessions", told::add, () -> told.add("listening"));
        otherNode.start();
        try {
            assertThat(told.poll(15, TimeUnit.SECONDS)).isEqualTo("listening");
            MockHttpServletRequest request = request();
            MockHttpSession http = (MockHttpSession) request.getSession();
            SessionAuthentication authentication = there.begin(
                    login,
                    persons.activeAccess(login).orElseThrow().getVersion(),
                    (LoginDetails) logins.buildDetails(request),
                    http);
            assertThat(authentication.isAuthenticated()).isTrue();
            // when it is ended here
            UUID id = rows.of(login, null).get(0).id();
            cast.actingAs(login);
            ofPeople.end(id);
            // then
            assertThat(told.poll(2, TimeUnit.SECONDS)).isEqualTo(id.toString());
            awaitEnd(http);
            assertThat(authentication.isAuthenticated()).isFalse();
        } finally {
            otherNode.stop();
        }
    }

    @Test
    void what_was_ended_while_nobody_could_tell_is_found_and_a_dead_nodes_rows_are_forgotten() {
        // given
        MockHttpSession session = logIn();
        in(session);
        UUID id = ofPeople.mine().get(0).id();
        UUID dead = UUID.randomUUID();
        jdbc.sql("""
            insert into person_session
                (id, login, started_at, last_seen_at, alive_at, node, address, browser)
            values (?, ?, now(), now(), clock_timestamp() - interval '6 minutes',
                'gone', '', '')
            """).params(dead, login).update();
        jdbc.sql("delete from person_session where id = ?").param(id).update();
        // when
        clock.advance(Duration.ofMinutes(2));
        sessions.sweep();
        // then
        assertThat(session.isInvalid()).isTrue();
        assertThat(rows.of(login, null)).isEmpty();
    }

    @Test
    void who_logs_out_is_forgotten() {
        // given
        MockHttpSession session = logIn();
        assertThat(rows.of(login, null)).hasSize(1);
        // when
        in(session);
        session.invalidate();
        // then
        assertThat(rows.of(login, null)).isEmpty();
        assertThatExceptionOfType(SessionExpired.class).isThrownBy(() -> currentPerson.get());
    }

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final java.util.Map<MockHttpSession, SessionAuthentication> authenticationOf = new java.util.HashMap<>();

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setParameter("username", login);
        request.addHeader("User-Agent", "Netscape 2");
        request.setSession(new MockHttpSession());
        return request;
    }

    private MockHttpSession logIn() {
        MockHttpServletRequest request = request();
        return begin(request, logins.buildDetails(request));
    }

    private MockHttpSession begin(MockHttpServletRequest request, Object details) {
        UsernamePasswordAuthenticationToken checked =
                UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
        checked.setDetails(details);
        logins.saveContext(new SecurityContextImpl(checked), request, new MockHttpServletResponse());
        MockHttpSession http = (MockHttpSession) request.getSession();
        SecurityContextImpl context = (SecurityContextImpl) http.getAttribute(CONTEXT);
        authenticationOf.put(http, (SessionAuthentication) context.getAuthentication());
        return http;
    }

    private SessionAuthentication authentication(MockHttpSession session) {
        return authenticationOf.get(session);
    }

    private void in(MockHttpSession session) {
        SecurityContextHolder.setContext(new SecurityContextImpl(authenticationOf.get(session)));
    }

    /** The pages of others are left on another thread. */
    private static void awaitEnd(MockHttpSession session) {
        await().atMost(Duration.ofSeconds(ENDED_WITHIN_SECONDS)).until(session::isInvalid);
    }
}
