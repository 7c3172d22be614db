package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.TooManyRequests;
import org.leadrelay.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;

/** How often BCrypt is asked, and what a remembered password is good for. */
class CredentialsTest extends PasswordDoors {

    @Autowired
    LoginLog log;

    @Autowired
    PersonRepository persons;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final AtomicInteger bcryptChecks = new AtomicInteger();

    @Test
    void two_nodes_in_turn_are_no_way_around() {
        // given
        List<Credentials> nodes = List.of(node(), node());
        for (int i = 0; i < 40; i++) {
            guess(nodes.get(i % 2), "wrong-" + i);
        }

        // then
        assertThat(bcryptChecks).hasValue(FREE);
        nodes.forEach(each ->
                assertThatThrownBy(() -> each.check(login, Cast.PASSWORD, HERE)).isInstanceOf(TooManyRequests.class));
        assertThat(bcryptChecks).hasValue(FREE);
    }

    @Test
    void fifty_guesses_at_once_get_no_more_checks_than_the_limit() throws Exception {
        // given
        Credentials node = node();

        // when
        atOnce(50, i -> guess(node, "wrong-" + i));

        // then
        assertThat(bcryptChecks).hasValue(FREE);
    }

    @Test
    void fifty_requests_at_once_with_the_right_password_are_let_in_by_one_check() throws Exception {
        // given
        Credentials node = node();

        // when
        List<Boolean> answers = atOnce(50, i -> node.matchRemembered(login, Cast.PASSWORD, HERE));

        // then
        assertThat(answers).hasSize(50).containsOnly(true);
        assertThat(bcryptChecks).hasValue(1);
    }

    @Test
    void a_remembered_password_neither_suffers_from_guesses_elsewhere_nor_lets_them_pass() {
        // given
        Credentials node = node();
        assertThat(node.matchRemembered(login, Cast.PASSWORD, HERE)).isTrue();

        // when
        for (int i = 0; i < 40; i++) {
            guess(node, "wrong-" + i, ELSEWHERE);
        }

        // then
        assertThat(node.matchRemembered(login, Cast.PASSWORD, HERE)).isTrue();
        assertThatThrownBy(() -> node.matchRemembered(login, Cast.PASSWORD, ELSEWHERE))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void a_remembered_password_is_refused_while_its_own_address_is_guessing() {
        // given
        Credentials node = node();
        assertThat(node.matchRemembered(login, Cast.PASSWORD, HERE)).isTrue();

        // when
        for (int i = 0; i < FREE; i++) {
            guess(node, "wrong-" + i);
        }

        // then
        assertThatThrownBy(() -> node.matchRemembered(login, Cast.PASSWORD, HERE))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void a_password_that_was_changed_on_another_node_is_remembered_nowhere() {
        // given
        Credentials node = node();
        assertThat(node.matchRemembered(login, Cast.PASSWORD, HERE)).isTrue();

        // when
        people.resetPassword(login, "given-by-somebody");

        // then
        assertThat(node.matchRemembered(login, Cast.PASSWORD, HERE)).isFalse();
    }

    @Test
    void an_unknown_and_a_deactivated_login_cost_one_check_as_a_known_one_does() {
        // given
        String gone = cast.person("gone-" + login);
        people.deactivate(gone, null);
        Credentials node = node();

        // then
        for (String each : List.of(login, gone, "nobody-" + login, Credentials.normalised("a\0b"))) {
            bcryptChecks.set(0);
            assertThat(node.check(each, "wrong", HERE)).isEmpty();
            assertThat(bcryptChecks).hasValue(1);
        }
    }

    @Test
    void what_comes_after_the_last_byte_that_bcrypt_sees_counts_too() {
        // given
        String longest = "tomato-ladder-quiet-".repeat(4).substring(0, 72);
        people.resetPassword(login, longest);

        // then
        assertThat(node().check(login, longest, HERE)).isPresent();
        assertThat(node().check(login, longest + "x", HERE)).isEmpty();
    }

    /** A node of its own on the same database, whose checks of passwords are counted. */
    private Credentials node() {
        PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        PasswordEncoder counting = new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return bcrypt.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                bcryptChecks.incrementAndGet();
                return bcrypt.matches(password, hash);
            }
        };
        return new Credentials(
                persons, counting, new LoginThrottle(new LoginAttemptTable(jdbc), transactions, clock), log);
    }

    private boolean guess(Credentials node, String password) {
        return guess(node, password, HERE);
    }

    private boolean guess(Credentials node, String password, String address) {
        try {
            return node.matchRemembered(login, password, address);
        } catch (TooManyRequests refused) {
            return false;
        }
    }

    private interface Try {
        boolean number(int i);
    }

    private static List<Boolean> atOnce(int times, Try each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<Boolean>) () -> each.number(i))
                    .toList();
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
