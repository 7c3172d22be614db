package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one node takes away, the other has taken away within two seconds. */
@ProductTest
class TwoNodesRevokeTest {

    private static final long TWO_SECONDS = 2_000;
    private static final String LISTENING = "listening";

    @Autowired
    OperationLog log;

    @Autowired
    PersonRepository persons;

    @Autowired
    TeamRepository teams;

    @Autowired
    People people;

    @Autowired
    Teams allTeams;

    @Autowired
    ApiKeys keys;

    @Autowired
    Actors here;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApiKeyRepository keyRows;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    Clock clock;

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private NodeBroadcast otherNode;
    private Actors there;
    private String login;

    @BeforeEach
    void anotherNodeThatKnowsSomebody() throws InterruptedException {
        login = cast.person("p" + UUID.randomUUID(), Roles.SALES_REP, Roles.ADMINISTRATOR);
        otherNode = new NodeBroadcast(jdbc, dataSource);
        there = new Actors(persons, teams, otherNode);
        otherNode.listen("people", heard::add, () -> heard.add(LISTENING));
        otherNode.start();
        assertThat(heard.poll(15, TimeUnit.SECONDS)).isEqualTo(LISTENING);
        assertThat(there.access(login)).isPresent();
    }

    @AfterEach
    void itLeaves() {
        otherNode.stop();
    }

    @Test
    void a_password_that_was_reset() throws InterruptedException {
        // given
        long before = there.access(login).orElseThrow().version();
        // when
        people.resetPassword(login, "quite another passphrase");
        // then
        awaitTold();
        assertThat(there.access(login).orElseThrow().version()).isGreaterThan(before);
    }

    @Test
    void access_that_was_ended() throws InterruptedException {
        // when
        people.deactivate(login, null);
        // then
        awaitTold();
        assertThat(there.access(login)).isEmpty();
    }

    @Test
    void a_role_that_was_taken() throws InterruptedException {
        // when
        people.update(login, new PersonChange(null, null, null, Set.of(Roles.SALES_REP)));
        // then
        awaitTold();
        assertThat(there.find(login).orElseThrow().roles()).containsExactly(Roles.SALES_REP);
    }

    @Test
    void a_team_that_was_left() throws InterruptedException {
        // given
        String name = "Team " + login;
        UUID team = cast.team(name, login);
        awaitTold();
        assertThat(there.find(login).orElseThrow().teams()).containsExactly(team);
        // when
        allTeams.update(team, name, Set.of());
        // then
        awaitTold();
        assertThat(there.find(login).orElseThrow().teams()).isEmpty();
    }

    @Test
    void a_key_is_read_each_time_so_no_node_knows_one_that_was_revoked() {
        // given
        ApiKeys.NewApiKey key = keys.create("Key " + login, null, null, Set.of(KeyScope.LEADS));
        ApiKeys onTheOtherNode = new ApiKeys(keyRows, currentPerson, log, clock);
        assertThat(onTheOtherNode.authenticate(key.secret())).isPresent();
        // when
        keys.revoke(key.key().id());
        // then
        assertThat(onTheOtherNode.authenticate(key.secret())).isEmpty();
    }

    @Test
    void after_a_lost_connection_nothing_is_believed_any_more() throws InterruptedException {
        // given what changes while nobody can tell
        jdbc.sql("update person set access_version = access_version + 7 where login = ?")
                .param(login)
                .update();
        long before = there.access(login).orElseThrow().version();
        // when
        jdbc.sql("""
            select cast(pg_terminate_backend(pid) as text) from pg_stat_activity
            where datname = current_database() and query = 'listen leadrelay'
            """).query().listOfRows();
        // then
        assertThat(heard.poll(15, TimeUnit.SECONDS)).isEqualTo(LISTENING);
        assertThat(there.access(login).orElseThrow().version()).isEqualTo(before + 7);
    }

    @Test
    void what_was_read_before_a_change_is_not_kept_after_it()
            throws InterruptedException, ExecutionException, TimeoutException {
        // given a reading that has the old roles in its hand and is held there
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Actors slow = new Actors(held(read, goOn), teams, otherNode);
        LinkedBlockingQueue<String> toldLast = new LinkedBlockingQueue<String>();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<Actor>> reading = reader.submit(() -> slow.find(login));
            assertThat(read.await(15, TimeUnit.SECONDS)).isTrue();
            // when the roles change, and this node is told, before it goes on; listeners are told in their order
            otherNode.listen("people", toldLast::add, () -> {});
            people.update(login, new PersonChange(null, null, null, Set.of(Roles.SALES_REP)));
            assertThat(toldLast.poll(15, TimeUnit.SECONDS)).isNotNull();
            goOn.countDown();
            reading.get(15, TimeUnit.SECONDS);
            // then
            assertThat(slow.find(login).orElseThrow().roles()).containsExactly(Roles.SALES_REP);
        } finally {
            goOn.countDown();
            reader.shutdownNow();
        }
    }

    @Test
    void what_is_not_committed_is_seen_by_its_own_transaction_alone()
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transactions.executeWithoutResult(status -> {
                // when
                people.update(login, new PersonChange(null, null, null, Set.of(Roles.AUDITOR)));
                // then
                assertThat(here.find(login).orElseThrow().roles()).containsExactly(Roles.AUDITOR);
                assertThat(other.submit(() -> here.find(login)))
                        .succeedsWithin(java.time.Duration.ofSeconds(15))
                        .satisfies(
                                found -> assertThat(found.orElseThrow().roles()).contains(Roles.SALES_REP));
                status.setRollbackOnly();
            });
            assertThat(other.submit(() -> here.find(login)).get(15, TimeUnit.SECONDS))
                    .get()
                    .satisfies(actor -> assertThat(actor.roles()).contains(Roles.SALES_REP));
            assertThat(here.find(login).orElseThrow().roles()).contains(Roles.SALES_REP);
        } finally {
            other.shutdownNow();
        }
    }

    private void awaitTold() throws InterruptedException {
        assertThat(heard.poll(TWO_SECONDS, TimeUnit.MILLISECONDS)).isNotNull();
    }

    /** The roles are read, and answered only when the test says so; the second time at once. */
    private PersonRepository held(CountDownLatch read, CountDownLatch goOn) {
        return (PersonRepository) Proxy.newProxyInstance(
                PersonRepository.class.getClassLoader(),
                new Class<?>[] {PersonRepository.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(persons, arguments);
                    if (method.getName().equals("rolesInForce")) {
                        read.countDown();
                        goOn.await(15, TimeUnit.SECONDS);
                    }
                    return answer;
                });
    }
}
