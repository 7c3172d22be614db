package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** Logins and wrong passwords in the log, and what an attack on the door makes of it. */
@OwnDatabase
class LoginsOnRecordTest extends PasswordDoors {

    private static final Duration A_MINUTE_ON = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofSeconds(3);

    @Autowired
    LoginAttemptSweep sweep;

    @Autowired
    LoginLog log;

    @Autowired
    SessionTable sessions;

    @Autowired
    ObjectMapper json;

    @Test
    void who_logs_in_by_rest_is_told_once_an_hour_from_one_address() throws Exception {
        for (int i = 0; i < 3; i++) {
            basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());
        }
        basic(login, Cast.PASSWORD, ELSEWHERE).andExpect(status().isOk());

        assertThat(lines("logged-in", login))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).containsEntry("way", "basic"));
    }

    @Test
    void a_session_begins_and_ends_in_the_log_with_its_row() {
        // given
        UUID id = UUID.randomUUID();
        log.began(new PersonSession(id, login, settable.instant(), settable.instant(), "node", HERE, "browser", true));

        // when
        log.ended(id, login, SessionEnd.TOO_LONG);

        // then
        assertThat(lines("logged-in", login))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("session", id.toString()));
        assertThat(lines("session-ended", login))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("why", "too-long"));
        assertThat(sessions.of(login, null)).isEmpty();
    }

    @Test
    void wrong_passwords_for_somebody_are_one_line_a_minute_with_their_number() throws Exception {
        // given
        settable.advance(A_MINUTE_ON);
        wrong(HERE, 3);

        // when nothing is settled yet
        sweep.sweep();

        // then
        assertThat(lines("login-failed", login)).isEmpty();

        // when
        settable.advance(SETTLED);
        sweep.sweep();
        sweep.sweep();
        wrong(HERE, 1);
        settable.advance(SETTLED);
        sweep.sweep();

        // then
        assertThat(lines("login-failed", login))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("tries", "3"));

        // when
        settable.advance(A_MINUTE_ON);
        sweep.sweep();

        // then
        assertThat(lines("login-failed", login)).hasSize(2);
        assertThat(lines("login-failed", login).get(1)).containsEntry("tries", "1");
    }

    @Test
    void a_right_password_takes_only_its_own_try_back() throws Exception {
        // given
        wrong(HERE, 2);
        basic(login, Cast.PASSWORD, HERE).andExpect(status().isOk());

        // when
        settable.advance(SETTLED);
        sweep.sweep();

        // then
        assertThat(lines("login-failed", login))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("tries", "2"));
    }

    @Test
    void an_attack_with_logins_that_nobody_has_is_one_line_without_their_names() throws Exception {
        // given
        List<Map<String, String>> before = lines("login-failed", "unknown");
        for (int i = 0; i < 60; i++) {
            basic("nobody-at-all-" + i, "wrong", HERE);
        }

        // when
        settable.advance(SETTLED);
        sweep.sweep();

        // then
        List<Map<String, String>> after = lines("login-failed", "unknown");
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.get(before.size())).containsEntry("tries", "60").containsEntry("series", "60");
        assertThat(jdbc.sql("select count(*) from journey_log where subject like 'nobody-at-all%'"
                                + " or details like '%nobody-at-all%' or details like '%203.0.113%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The details of the lines of a kind about a subject, oldest first. */
    private List<Map<String, String>> lines(String kind, String subject) {
        return jdbc.sql("""
            select (select json_object_agg(key, value)::text from json_each_text(details::json)) from journey_log
            where kind = ? and coalesce((select login from person_ref where ref::text = subject), subject) = ?
            order by recorded_at, seq
            """)
                .params(kind, subject)
                .query((row, any) -> read(row.getString(1)))
                .list();
    }

    private Map<String, String> read(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
