package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.TooManyRequests;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.ResultActions;

/** Guessing at every door that asks for a secret, and who must not suffer from it. */
class LoginThrottleTest extends PasswordDoors {

    @Autowired
    Passwords passwords;

    @Autowired
    FormLogin formLogin;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson currentPerson;

    @Test
    void after_forty_wrong_passwords_over_basic_the_right_one_is_refused_until_the_wait_is_over() throws Exception {
        // given
        int checked = 0;
        for (int i = 0; i < 40; i++) {
            checked +=
                    basic(login, "wrong-" + i, HERE).andReturn().getResponse().getStatus() == 401 ? 1 : 0;
        }

        // then
        assertThat(checked).isEqualTo(FREE);
        basic(login, Cast.PASSWORD, HERE)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "30"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.retryAfterSeconds").value(30))
                .andExpect(jsonPath("$.detail").value(containsString("Try again in 30 seconds")));

        // when
        settable.advance(Duration.ofSeconds(30));

        // then
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());
        basic(login, "wrong", HERE).andExpect(status().isUnauthorized());
    }

    @Test
    void a_first_try_is_taken_at_whatever_fraction_of_a_microsecond() throws Exception {
        for (int nanos : new int[] {1, 499, 500, 999, 123_456_789}) {
            // given
            settable.set(SettableClock.MONDAY_MORNING.plusNanos(nanos));

            // then
            basic(login, Cast.PASSWORD, "192.0.2." + nanos % 250).andExpect(status().isOk());
        }
    }

    @Test
    void each_further_wrong_password_doubles_the_wait_and_a_refused_one_does_not() throws Exception {
        // given
        wrong(HERE, FREE);
        settable.advance(Duration.ofSeconds(30));

        // when
        basic(login, "wrong", HERE).andExpect(status().isUnauthorized());
        wrong(HERE, 0);
        basic(login, "wrong", HERE).andExpect(status().isTooManyRequests());

        // then
        basic(login, Cast.PASSWORD, HERE).andExpect(header().string("Retry-After", "60"));
    }

    @Test
    void after_forty_wrong_passwords_at_the_form_the_right_one_is_refused() {
        // given
        for (int i = 0; i < 40; i++) {
            String password = "wrong-" + i;
            assertThatThrownBy(() -> form(password)).isInstanceOfAny(BadCredentialsException.class, LoginBlocked.class);
        }

        // then
        assertThatThrownBy(() -> form(Cast.PASSWORD)).isInstanceOf(LoginBlocked.class);
        settable.advance(Duration.ofSeconds(30));
        assertThat(form(Cast.PASSWORD)).isEqualTo(login);
    }

    @Test
    void after_forty_wrong_old_passwords_the_right_one_is_refused() {
        // given
        cast.actingAs(login);
        for (int i = 0; i < 40; i++) {
            String old = "wrong-" + i;
            assertThatThrownBy(() -> passwords.change(old, "tomato-ladder-quiet"));
        }

        // then
        assertThatThrownBy(() -> passwords.change(Cast.PASSWORD, "tomato-ladder-quiet"))
                .isInstanceOf(TooManyRequests.class);
        settable.advance(Duration.ofSeconds(30));
        passwords.change(Cast.PASSWORD, "tomato-ladder-quiet");
    }

    @Test
    void the_doors_count_together() throws Exception {
        // given
        wrong(HERE, FREE - 1);
        assertThatThrownBy(() -> form("wrong")).isInstanceOf(BadCredentialsException.class);

        // then
        assertThatThrownBy(() -> form(Cast.PASSWORD)).isInstanceOf(LoginBlocked.class);
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isTooManyRequests());
    }

    @Test
    void from_many_addresses_one_login_is_guessed_at_briefly_and_its_person_comes_in_from_home() throws Exception {
        // given
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());

        // when
        int checked = 0;
        for (int i = 0; i < 40; i++) {
            String address = "198.51.100." + i;
            checked += basic(login, "wrong", address).andReturn().getResponse().getStatus() == 401 ? 1 : 0;
        }

        // then
        assertThat(checked).isEqualTo(ThrottleKind.LOGIN.limit().free());
        basic(login, Cast.PASSWORD, "198.51.100.77").andExpect(status().isTooManyRequests());
        assertThat(form(Cast.PASSWORD)).isEqualTo(login);
        settable.advance(Duration.ofSeconds(15));
        basic(login, Cast.PASSWORD, "198.51.100.77").andExpect(status().isOk());
    }

    @Test
    void from_one_address_many_logins_are_guessed_at_briefly_and_who_works_there_comes_in() throws Exception {
        // given
        String neighbour = cast.person("neighbour-of-" + login, Roles.SALES_REP);
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());

        // when
        for (int i = 0; i < ThrottleKind.ADDRESS.limit().free(); i++) {
            throttle.failed(throttle.take("somebody-" + i, HERE));
        }

        // then
        assertThatThrownBy(() -> throttle.take("somebody-else", HERE)).isInstanceOf(TooManyRequests.class);
        basic(neighbour, Cast.PASSWORD, HERE).andExpect(status().isTooManyRequests());
        assertThat(form(Cast.PASSWORD)).isEqualTo(login);
        basic(neighbour, Cast.PASSWORD, ELSEWHERE).andExpect(status().isOk());
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"a\0b", "\0", "a\u0007b", "a\nb", "\u0085", "Jürgen", "a b", ""})
    void a_login_that_nobody_can_have_is_wrong_and_leaves_no_trace_of_itself(String typed) throws Exception {
        // when
        basic(typed, "wrong", HERE).andExpect(status().isUnauthorized());

        // then
        assertThat(jdbc.sql("select login from login_attempt where kind = 'pair'")
                        .query(String.class)
                        .list())
                .containsExactly("?");
        basic(login, "a\0b", HERE).andExpect(status().isUnauthorized());
    }

    @Test
    void unknown_keys_of_one_address_are_refused_and_a_known_one_is_not() throws Exception {
        // given
        String secret = currentPerson
                .as(Actor.SYSTEM, () -> keys.create("key-" + login, null, null, Set.of(KeyScope.LEADS)))
                .secret();
        int free = ThrottleKind.KEY.limit().free();
        for (int i = 0; i < free; i++) {
            key("lr_wrong-" + i).andExpect(status().isUnauthorized());
        }

        // then
        key("lr_wrong").andExpect(status().isTooManyRequests()).andExpect(header().string("Retry-After", "30"));
        key("not-even-a-prefix").andExpect(status().isTooManyRequests());
        assertThat(key(secret).andReturn().getResponse().getStatus()).isNotIn(401, 429);
    }

    @Test
    void one_home_network_of_version_six_is_one_address() throws Exception {
        // given
        for (int i = 0; i < FREE; i++) {
            basic(login, "wrong", "2001:db8:1:2::" + i).andExpect(status().isUnauthorized());
        }

        // then
        basic(login, Cast.PASSWORD, "2001:db8:1:2:ffff::9").andExpect(status().isTooManyRequests());
        basic(login, Cast.PASSWORD, "2001:db8:1:3::1").andExpect(status().isOk());
    }

    private ResultActions key(String secret) throws Exception {
        return mvc.perform(get("/api/me").header("X-API-Key", secret).with(from(HERE)));
    }

    private String form(String password) {
        UsernamePasswordAuthenticationToken given =
                UsernamePasswordAuthenticationToken.unauthenticated(login, password);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(HERE);
        given.setDetails(new WebAuthenticationDetails(request));
        return formLogin.authenticate(given).getName();
    }
}
