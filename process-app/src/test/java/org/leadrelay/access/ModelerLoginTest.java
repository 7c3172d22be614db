package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.PersonTokens.NewPersonToken;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Who gets in where Camunda Modeler comes, and what whoever does not is answered. */
class ModelerLoginTest extends PasswordDoors {

    private static final String CHECK = "/engine-rest/deployment?maxResults=0";

    @Autowired
    PersonTokens tokens;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson currentPerson;

    @BeforeEach
    void aProcessOwner() {
        cast.person(login, Roles.PROCESS_OWNER);
    }

    @Test
    void without_credentials_the_connection_check_is_401_as_json_with_a_message() throws Exception {
        mvc.perform(get(CHECK).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, startsWith("Basic")))
                .andExpect(header().doesNotExist(HttpHeaders.LOCATION))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andExpect(jsonPath("$.message").value(containsString("personal token")));
    }

    @Test
    void a_password_opens_the_door_to_whoever_may_change_the_process() throws Exception {
        check(basic(login, Cast.PASSWORD, StandardCharsets.UTF_8)).andExpect(status().isOk());

        // when
        cast.person(login, Roles.SALES_REP);

        // then
        check(basic(login, Cast.PASSWORD, StandardCharsets.UTF_8))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value(containsString("change the process")));
    }

    @Test
    void a_password_with_umlauts_comes_in_one_byte_or_in_two() throws Exception {
        // given
        String password = "Käse über Öl und Grütze";
        String before = jdbc.sql("select password_hash from person where login = ?")
                .param(login)
                .query(String.class)
                .single();
        people.choosePassword(login, before, password);

        // then
        check(basic(login, password, StandardCharsets.ISO_8859_1)).andExpect(status().isOk());
        check(basic(login, password, StandardCharsets.UTF_8)).andExpect(status().isOk());
        check(basic(login, "Kase uber Ol und Grutze", StandardCharsets.UTF_8)).andExpect(status().isUnauthorized());
    }

    @Test
    void wrong_passwords_are_counted_with_those_of_the_other_doors() throws Exception {
        // given
        wrong(HERE, FREE - 1);
        check(basic(login, "wrong", StandardCharsets.UTF_8)).andExpect(status().isUnauthorized());

        // then
        check(basic(login, Cast.PASSWORD, StandardCharsets.UTF_8))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists(HttpHeaders.RETRY_AFTER))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.message").value(containsString("Too many wrong tries")));
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isTooManyRequests());
    }

    @Test
    void a_password_that_somebody_else_set_opens_nothing_here() throws Exception {
        // given
        currentPerson.as(Actor.SYSTEM, () -> {
            people.resetPassword(login, "set-by-whoever-administers");
            return login;
        });

        // then
        check(basic(login, "set-by-whoever-administers", StandardCharsets.UTF_8))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value(containsString("choose your own")));
    }

    @Test
    void api_keys_are_refused_in_words_whether_anybody_has_them_or_not() throws Exception {
        // given
        String key = currentPerson.as(
                Actor.SYSTEM,
                () -> keys.create("key-" + login, null, null, Set.of(KeyScope.LEADS))
                        .secret());
        String nobodys = "lr_" + "x".repeat(43);

        // then
        for (String each : new String[] {key, nobodys}) {
            for (ResultActions answer : new ResultActions[] {
                check("Bearer " + each),
                check(basic(login, each, StandardCharsets.UTF_8)),
                mvc.perform(get(CHECK).header("X-API-Key", each).with(from(HERE)))
            }) {
                answer.andExpect(status().isForbidden())
                        .andExpect(jsonPath("$.message").value(containsString("API keys are for systems")));
            }
        }
    }

    @Test
    void a_token_opens_this_door_as_its_person_in_place_of_the_password_or_alone() throws Exception {
        // given
        NewPersonToken made = make("Modeler");

        // then
        check(basic(login, made.secret(), StandardCharsets.UTF_8)).andExpect(status().isOk());
        check(basic(login.toUpperCase(Locale.ROOT), made.secret(), StandardCharsets.UTF_8))
                .andExpect(status().isOk());
        check("Bearer " + made.secret()).andExpect(status().isOk());
        check(basic("somebody-else", made.secret(), StandardCharsets.UTF_8)).andExpect(status().isUnauthorized());
        cast.actingAs(login);
        assertThat(tokens.mine())
                .singleElement()
                .satisfies(each -> assertThat(each.lastUsedAt()).isNotNull());
    }

    @Test
    void a_token_opens_no_other_door() throws Exception {
        // given
        NewPersonToken made = make("Modeler");

        // then
        basic(login, made.secret(), HERE).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/me")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + made.secret())
                        .with(from(HERE)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_ends_with_its_date_by_its_person_and_with_the_permission() throws Exception {
        // given
        NewPersonToken revoked = make("revoked");
        NewPersonToken old = make("old");
        cast.actingAs(login);

        // when
        tokens.revoke(revoked.token().id());
        cast.actingAsNobody();

        // then
        check("Bearer " + revoked.secret()).andExpect(status().isUnauthorized());
        check("Bearer " + old.secret()).andExpect(status().isOk());
        cast.person(login, Roles.MARKETING);
        check("Bearer " + old.secret()).andExpect(status().isForbidden());
        cast.person(login, Roles.PROCESS_OWNER);
        settable.advance(Duration.ofDays(30));
        check("Bearer " + old.secret()).andExpect(status().isUnauthorized());
    }

    @Test
    void tokens_do_not_come_back_with_a_persons_access() throws Exception {
        // given
        NewPersonToken made = make("Modeler");

        // when
        currentPerson.as(Actor.SYSTEM, () -> {
            people.deactivate(login, null);
            return login;
        });
        check("Bearer " + made.secret()).andExpect(status().isUnauthorized());
        currentPerson.as(Actor.SYSTEM, () -> {
            people.activate(login);
            return login;
        });

        // then
        check("Bearer " + made.secret()).andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("select count(*) from journey_log where kind = 'token-revoked' and subject"
                                + " = (select ref::text from person_ref where login = ?)")
                        .param(login)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_token_opens_nothing_while_its_person_has_a_password_that_somebody_else_set() throws Exception {
        // given
        NewPersonToken made = make("Modeler");

        // when
        currentPerson.as(Actor.SYSTEM, () -> {
            people.resetPassword(login, "set-by-whoever-administers");
            return login;
        });

        // then
        check("Bearer " + made.secret()).andExpect(status().isForbidden());
    }

    @Test
    void guessed_tokens_are_counted_and_known_ones_pass_meanwhile() throws Exception {
        // given
        NewPersonToken made = make("Modeler");
        String guess = "lrp_" + "x".repeat(43);
        for (int i = 0; i < ThrottleKind.KEY.limit().free(); i++) {
            check("Bearer " + guess).andExpect(status().isUnauthorized());
        }

        // then
        check("Bearer " + guess).andExpect(status().isTooManyRequests());
        check("Bearer anything").andExpect(status().isTooManyRequests());
        check("Bearer " + made.secret()).andExpect(status().isOk());
    }

    @Test
    void of_a_token_the_hash_is_kept_and_nothing_of_it_is_logged() {
        // when
        NewPersonToken made = make("Modeler");

        // then
        assertThat(jdbc.sql("select count(*) from person_token t where t::text like '%' || ? || '%'")
                        .param(made.secret())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select details from journey_log where kind = 'token-made' and subject"
                                + " = (select ref::text from person_ref where login = ?)")
                        .param(login)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(made.token().id().toString())
                .doesNotContain(made.secret());
    }

    @Test
    void a_token_needs_a_name_that_is_free_and_days_and_the_permission() {
        // given
        make("Modeler");
        cast.actingAs(login);

        // then
        assertThatThrownBy(() -> tokens.make("modeler", 30)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tokens.make(" ", 30)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tokens.make("other", 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tokens.make("other", PersonTokens.LONGEST_DAYS + 1))
                .isInstanceOf(Invalid.class);
        for (int i = 1; i < PersonTokens.MOST; i++) {
            tokens.make("token " + i, 30);
        }
        assertThatThrownBy(() -> tokens.make("one more", 30)).isInstanceOf(Conflict.class);

        // when
        cast.person(login, Roles.MARKETING);
        cast.actingAs(login);

        // then
        assertThatThrownBy(() -> tokens.make("other", 30)).isInstanceOf(Forbidden.class);
    }

    @Test
    void nobody_sees_or_revokes_somebody_elses_token() {
        // given
        NewPersonToken made = make("Modeler");
        String other = cast.person("other-" + login, Roles.PROCESS_OWNER);
        cast.actingAs(other);

        // then
        assertThat(tokens.mine()).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(made.token().id())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_preflight_is_answered_for_modelers_origins_and_no_other() throws Exception {
        for (String origin : new String[] {"file://", "null"}) {
            mvc.perform(options("/engine-rest/deployment/create")
                            .header(HttpHeaders.ORIGIN, origin)
                            .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                            .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization,content-type"))
                    .andExpect(status().isNoContent())
                    .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin))
                    .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"))
                    .andExpect(
                            header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, containsString("Authorization")));
            mvc.perform(get(CHECK).header(HttpHeaders.ORIGIN, origin))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
        }
        mvc.perform(options("/engine-rest/deployment/create").header(HttpHeaders.ORIGIN, "https://evil.example"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN));
        mvc.perform(options("/api/leads").header(HttpHeaders.ORIGIN, "file://"))
                .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN));
    }

    @Test
    void whoever_looks_for_rest_elsewhere_is_not_led_to_the_login_page() throws Exception {
        mvc.perform(get("/rest/deployment?maxResults=0").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message").value(containsString("/engine-rest")));
        mvc.perform(get("/deployment?maxResults=0").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("/engine-rest")));
    }

    @Test
    void what_is_not_there_is_404_as_json_with_a_message() throws Exception {
        for (String path : new String[] {"/engine-rest", "/engine-rest/", "/engine-rest/task", "/engine-rest/a/b/c"}) {
            mvc.perform(get(path)
                            .header(HttpHeaders.AUTHORIZATION, basic(login, Cast.PASSWORD, StandardCharsets.UTF_8))
                            .with(from(HERE)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                    .andExpect(jsonPath("$.message").exists());
        }
        mvc.perform(post("/engine-rest/task/1/complete")).andExpect(status().isUnauthorized());
    }

    private NewPersonToken make(String name) {
        cast.actingAs(login);
        NewPersonToken made = tokens.make(name, 30);
        cast.actingAsNobody();
        return made;
    }

    private ResultActions check(String authorization) throws Exception {
        return mvc.perform(get(CHECK)
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .with(from(HERE)));
    }

    private static String basic(String user, String password, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(charset));
    }
}
