package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.SettableClock.MONDAY_MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@OwnDatabase
class ReleasesTest {

    @Autowired
    Releases releases;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseTable table;

    @Autowired
    ReleaseFileTable files;

    @Autowired
    ReleaseDefinitionTable definitions;

    @Autowired
    ReleaseEventTable events;

    @Autowired
    Charter charter;

    @Autowired
    CurrentPerson person;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Database database;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Cast cast;

    @AfterEach
    void theFirstReleaseAgain() {
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void the_shipped_models_are_release_1() {
        // when
        InForce inForce = releases.current();
        Release first = releases.release(1);

        // then
        assertThat(inForce.release()).isEqualTo(1);
        assertThat(inForce.definitions()).containsOnlyKeys("lead-journey", "lead-follow-up", "lead-nurture");
        assertThat(inForce.tables())
                .containsOnlyKeys(
                        "hand-off-skills",
                        "lead-fit",
                        "lead-matrix",
                        "lead-maturity",
                        "nurture-track",
                        "opening-play",
                        "recycling");
        assertThat(first.stage()).isEqualTo(ReleaseStage.IN_FORCE);
        assertThat(first.base()).isZero();
        assertThat(first.madeBy()).isEqualTo("system");
        assertThat(first.contentHash()).isEqualTo(ReleaseHash.of(releases.files(1)));
        assertThat(releases.files(1))
                .hasSize(21)
                .allSatisfy(each -> assertThat(each.origin()).isEqualTo(Origin.SHIPPED))
                .extracting(each -> each.file().id() + " " + each.file().kind())
                .contains("lead-journey PROCESS", "lead-journey_de WORDS", "lead-fit DECISION");
        assertThat(releases.events(1))
                .extracting(ReleaseEvent::kind)
                .containsExactly(ReleaseEvent.Kind.SEALED, ReleaseEvent.Kind.APPROVED, ReleaseEvent.Kind.IN_FORCE);
        assertThat(jdbc.sql("""
            select kind from journey_log where subject = '1' and kind like 'release-%' order by seq
            """).query(String.class).list())
                .containsExactly("release-sealed", "release-approved", "release-in-force");
    }

    @Test
    void a_release_takes_effect_exactly_at_its_moment() {
        // given
        Instant moment = MONDAY_MORNING.plus(Duration.ofDays(2));
        int next = driver.sealed("next", ReleaseDriver.shipped(file -> file));
        assertThat(releases.current().release()).isEqualTo(1);
        assertThat(releases.release(next).stage()).isEqualTo(ReleaseStage.SEALED);

        // when
        driver.inForceFrom(next, moment);

        // then
        assertThat(releases.current().release()).isEqualTo(1);
        assertThat(releases.release(next).stage()).isEqualTo(ReleaseStage.SCHEDULED);

        // when
        clock.set(moment.minusMillis(1));
        assertThat(releases.current().release()).isEqualTo(1);
        clock.set(moment);

        // then
        assertThat(releases.current().release()).isEqualTo(next);
        assertThat(releases.release(next).stage()).isEqualTo(ReleaseStage.IN_FORCE);
        assertThat(releases.release(1).stage()).isEqualTo(ReleaseStage.PAST);
    }

    @Test
    void before_the_first_moment_the_first_release_is_in_force() {
        // given: a demo whose clock begins in the past
        clock.set(MONDAY_MORNING.minus(Duration.ofDays(400)));

        // then
        assertThat(releases.current().release()).isEqualTo(1);
        assertThat(releases.release(1).stage()).isEqualTo(ReleaseStage.IN_FORCE);
    }

    @Test
    void the_other_node_follows_within_ten_seconds_and_exactly_at_the_moment() throws InterruptedException {
        // given
        NodeBroadcast otherNode = new NodeBroadcast(jdbc, dataSource);
        Releases there = new Releases(table, files, definitions, events, charter, person, otherNode, clock);
        there.listenForChanges();
        otherNode.start();
        try {
            assertThat(there.current().release()).isEqualTo(1);

            // when
            int next = driver.inForce("at once", ReleaseDriver.shipped(file -> file));

            // then
            assertThat(releases.current().release()).isEqualTo(next);
            assertThat(within(10, () -> there.current().release() == next)).isTrue();

            // when
            Instant moment = clock.instant().plus(Duration.ofHours(1));
            int later = driver.sealed("later", ReleaseDriver.shipped(file -> file));
            driver.inForceFrom(later, moment);
            assertThat(there.current().release()).isEqualTo(next);
            clock.set(moment);

            // then: here at the moment, and there as soon as it has heard that there is one
            assertThat(releases.current().release()).isEqualTo(later);
            assertThat(within(10, () -> there.current().release() == later)).isTrue();
        } finally {
            otherNode.stop();
        }
    }

    @Test
    void what_rolls_back_was_never_in_force() {
        // when
        transactions.executeWithoutResult(status -> {
            int next = driver.inForce("gone", ReleaseDriver.shipped(file -> file));
            assertThat(releases.current().release()).isEqualTo(next);
            status.setRollbackOnly();
        });

        // then
        assertThat(releases.current().release()).isEqualTo(1);
    }

    @Test
    void whoever_has_a_role_reads_releases_and_nobody_else() {
        // given
        cast.person("adam", Roles.SALES_REP);
        cast.person("nora");

        // then
        cast.actingAs("adam");
        assertThat(releases.all()).extracting(Release::number).containsExactly(1);
        assertThat(releases.open()).isEmpty();
        assertThatThrownBy(() -> releases.release(77)).isInstanceOf(NotFound.class);
        cast.actingAs("nora");
        assertThatThrownBy(() -> releases.all()).isInstanceOf(Forbidden.class);
        assertThat(releases.current().release())
                .as("journeys start whoever brings the lead")
                .isEqualTo(1);
    }

    @Test
    void the_hash_changes_with_an_id_a_name_and_a_byte() {
        // given
        List<ReleaseFile> all = releases.files(1);
        String hash = ReleaseHash.of(all);
        ReleaseFile one = all.get(0);

        // then
        assertThat(Map.of(
                                "id",
                                file("other", one.file().name(), one.sha256()),
                                "name",
                                file(one.file().id(), "other.dmn", one.sha256()),
                                "content",
                                file(one.file().id(), one.file().name(), "00"))
                        .values())
                .allSatisfy(changed -> {
                    ArrayList<ReleaseFile> others = new ArrayList<>(all);
                    others.set(0, changed);
                    assertThat(ReleaseHash.of(others)).isNotEqualTo(hash);
                });
        ArrayList<ReleaseFile> turned = new ArrayList<>(all);
        Collections.reverse(turned);
        assertThat(ReleaseHash.of(turned)).isEqualTo(hash);
    }

    private static ReleaseFile file(String id, String name, String sha256) {
        return new ReleaseFile(
                new ModelFile(id, FileKind.DECISION, name, new byte[0]),
                sha256,
                Origin.SHIPPED,
                "system",
                MONDAY_MORNING);
    }

    /** Waits for what another thread brings, as long as it takes and no longer. */
    private static boolean within(int seconds, BooleanSupplier holds) throws InterruptedException {
        for (long i = 0; i < seconds * 10L; i++) {
            if (holds.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }
}
