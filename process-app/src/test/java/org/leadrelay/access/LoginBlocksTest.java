package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.TooManyRequests;
import org.leadrelay.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What becomes of a series of wrong passwords: a notice, a block to lift, and nothing in the end.
 */
class LoginBlocksTest extends PasswordDoors {

    @Autowired
    LoginThrottle throttle;

    @Autowired
    LoginAttemptSweep sweep;

    @Test
    void a_person_is_told_once_of_a_series() throws Exception {
        // given
        wrong(HERE, FREE - 1);
        sweep.sweep();
        assertThat(told()).isZero();

        // when
        wrong(HERE, 1);
        wrong(ELSEWHERE, FREE);
        sweep.sweep();
        sweep.sweep();

        // then
        assertThat(told()).isEqualTo(1);

        // when
        settable.advance(Duration.ofHours(3));
        sweep.sweep();
        wrong(HERE, FREE);
        sweep.sweep();

        // then
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void an_administrator_sees_a_block_and_lifts_it() throws Exception {
        // given
        String boss = cast.person("boss-of-" + login, Roles.ADMINISTRATOR);
        wrong(HERE, FREE);

        // when
        String path = "$.items[?(@.login == '" + login + "')]";
        basic("/api/admin/login-blocks", boss)
                .andExpect(status().isOk())
                .andExpect(jsonPath(path + ".address").value(HERE))
                .andExpect(jsonPath(path + ".failures").value(FREE));
        long id = jdbc.sql("select id from login_attempt where kind = 'pair' and login = ?")
                .param(login)
                .query(Long.class)
                .single();
        mvc.perform(delete("/api/admin/login-blocks/" + id)
                        .with(httpBasic(boss, Cast.PASSWORD))
                        .with(from(ELSEWHERE)))
                .andExpect(status().isNoContent());

        // then
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());
        basic("/api/admin/login-blocks", login).andExpect(status().isForbidden());
    }

    @Test
    void what_counts_no_more_is_swept() throws Exception {
        // given
        wrong(HERE, 2);
        basic(login, Cast.PASSWORD, ELSEWHERE).andExpect(status().isOk());
        sweep.sweep();
        assertThat(rows("login_attempt")).isPositive();
        assertThat(rows("login_address")).isEqualTo(1);

        // when
        settable.advance(Duration.ofMinutes(30));
        sweep.sweep();

        // then
        assertThat(rows("login_attempt")).isZero();
        assertThat(rows("login_address")).isEqualTo(1);

        // when
        settable.advance(Duration.ofDays(91));
        sweep.sweep();

        // then
        assertThat(rows("login_address")).isZero();
    }

    @Test
    void a_refused_try_leaves_no_row() {
        // given
        for (int i = 0; i < ThrottleKind.ADDRESS.limit().free(); i++) {
            throttle.failed(throttle.take("somebody-" + i, HERE));
        }
        long before = rows("login_attempt");

        // when
        for (int i = 0; i < 20; i++) {
            String other = "other-" + i;
            assertThatThrownBy(() -> throttle.take(other, HERE)).isInstanceOf(TooManyRequests.class);
        }

        // then
        assertThat(rows("login_attempt")).isEqualTo(before);
    }

    private long told() {
        return jdbc.sql("select count(*) from notice where recipient = ? and kind = 'guessing'")
                .param(login)
                .query(Long.class)
                .single();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
