package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.vaadin.flow.component.login.LoginForm;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The form behind the login view, and what the view says of a refusal. */
class FormLoginTest extends ViewTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final String login = "form-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebody() {
        cast.person(login, Roles.MARKETING);
        forgetAll();
    }

    @AfterEach
    void forgetAll() {
        jdbc.sql("delete from login_attempt").update();
    }

    @Test
    void after_forty_wrong_passwords_the_right_one_is_refused_until_the_wait_is_over() throws Exception {
        // given
        for (int i = 0; i < 40; i++) {
            send(login, "wrong-" + i);
        }

        // then
        assertThat(send(login, Cast.PASSWORD)).isEqualTo("/login?wait=30");
        clock.advance(Duration.ofSeconds(30));
        assertThat(send(login, Cast.PASSWORD)).isEqualTo("/");
        assertThat(send(login, "wrong")).isEqualTo("/login?error");
    }

    @Test
    void a_login_with_control_characters_is_a_wrong_one() throws Exception {
        assertThat(send("a\0b", "wrong")).isEqualTo("/login?error");
        assertThat(send("form\u0007" + login.substring(4), Cast.PASSWORD)).isEqualTo("/login?error");
        assertThat(send(login, "a\0b")).isEqualTo("/login?error");
    }

    @ParameterizedTest
    @CsvSource({
        "login?wait=30, 30 seconds",
        "login?wait=240, 4 minutes",
        "login?wait=999999999, 15 minutes",
        "login?wait=-5, 5 seconds",
        "login?wait=soon, ask your administrator",
        "login?error, ask your administrator"
    })
    void the_view_says_when_to_try_again(String address, String words) {
        // when
        open(address);

        // then
        LoginForm form = _get(LoginForm.class);
        assertThat(String.valueOf(form.getElement().getPropertyRaw("i18n"))).contains(words);
        assertThat(form.isError()).isEqualTo(!address.endsWith("soon"));
    }

    private String send(String user, String password) throws Exception {
        return String.valueOf(mvc.perform(post("/login")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.20");
                            return request;
                        })
                        .param("username", user)
                        .param("password", password))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }
}
