package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Measures whether the time of a refusal tells which logins there are; by hand, with {@code
 * -Dleadrelay.measure=true}. That each of them costs the same checks is tested always.
 */
@EnabledIfSystemProperty(named = "leadrelay.measure", matches = "true")
class LoginTimingTest extends ViewTest {

    private static final Logger LOG = LoggerFactory.getLogger(LoginTimingTest.class);
    private static final int TRIES = 500;
    private static final List<String> LOGINS = List.of("timed-known", "timed-gone", "timed-nobody");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @BeforeEach
    void somebody() {
        cast.person("timed-known", Roles.MARKETING);
        cast.person("timed-gone", Roles.MARKETING);
        people.deactivate("timed-gone", null);
    }

    @Test
    void the_form_takes_as_long_for_whoever_is_not_there() throws Exception {
        compare(
                "form",
                login -> post("/login").with(csrf()).param("username", login).param("password", "wrong"));
    }

    @Test
    void basic_takes_as_long_for_whoever_is_not_there() throws Exception {
        compare("Basic", login -> get("/api/me").with(httpBasic(login, "wrong")));
    }

    private interface Door {
        MockHttpServletRequestBuilder knock(String login);
    }

    /**
     * In turn, so that a busy machine is busy for all of them; medians, so that its fits count
     * little.
     */
    private void compare(String name, Door door) throws Exception {
        long[][] nanos = new long[LOGINS.size()][TRIES];
        for (int i = -20; i < TRIES; i++) {
            for (int each = 0; each < LOGINS.size(); each++) {
                int turn = (each + Math.abs(i)) % LOGINS.size();
                jdbc.sql("delete from login_attempt").update();
                long begin = System.nanoTime();
                mvc.perform(door.knock(LOGINS.get(turn)));
                if (i >= 0) {
                    nanos[turn][i] = System.nanoTime() - begin;
                }
            }
        }
        for (long[] each : nanos) {
            Arrays.sort(each);
        }
        for (int i = 0; i < LOGINS.size(); i++) {
            LOG.info(
                    "{} {}: quartiles {} {} {} us, faster than the known one in {} of pairs",
                    name,
                    LOGINS.get(i),
                    nanos[i][TRIES / 4] / 1000,
                    nanos[i][TRIES / 2] / 1000,
                    nanos[i][TRIES * 3 / 4] / 1000,
                    faster(nanos[i], nanos[0]));
        }
        for (long[] each : nanos) {
            // The chance that one is faster than the other (Mann-Whitney); 0.5 is no difference,
            // and three times the standard error of 500 against 500 is 0.055.
            assertThat(faster(each, nanos[0])).isBetween(0.445, 0.555);
        }
    }

    private static double faster(long[] some, long[] others) {
        double wins = 0;
        for (long each : some) {
            for (long other : others) {
                wins += each < other ? 1 : each == other ? 0.5 : 0;
            }
        }
        return wins / some.length / others.length;
    }
}
