package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes with the product: the first release, and the next ones as long as nobody made one of their own. */
@ProductTest
@OwnDatabase
class ShippedModelsTest {

    private static final String NEW_TABLE = "new-table";

    @Autowired
    ShippedModels shipped;

    @Autowired
    ProductUpgrade upgrade;

    @Autowired
    Candidates candidates;

    @Autowired
    Approval approval;

    @Autowired
    Releases releases;

    @Autowired
    Owners owners;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theFirstReleaseAgain() {
        cast.actingAsNobody();
        database.firstRelease();
        database.superuser()
                .sql("delete from shipped_file where checksum = 'upgrade'; delete from shipped_models where checksum ="
                        + " 'upgrade'")
                .update();
    }

    @Test
    void what_was_brought_before_changes_nothing_though_an_old_node_starts_again() {
        // given
        String known = jdbc.sql("select checksum from shipped_models")
                .query(String.class)
                .single();
        long deployments = deployments();

        // when
        shipped.bring(known, ReleaseDriver.shipped(file -> file));

        // then
        assertThat(releases.current().release()).isEqualTo(1);
        assertThat(deployments()).isEqualTo(deployments);
    }

    @Test
    void an_upgrade_of_the_product_is_in_force_at_once_where_nobody_made_a_release() {
        // given
        clock.advance(Duration.ofDays(1));

        // when
        shipped.bring("upgrade", mended());

        // then
        Release next = releases.release(releases.current().release());
        assertThat(next.number()).isGreaterThan(1);
        assertThat(next.base()).isEqualTo(1);
        assertThat(next.madeBy()).isEqualTo("system");
        assertThat(next.inForceFrom()).isEqualTo(clock.instant());
        assertThat(releases.files(next.number()))
                .filteredOn(each -> each.file().id().equals("lead-follow-up"))
                .singleElement()
                .satisfies(each -> assertThat(new String(each.file().content(), StandardCharsets.UTF_8))
                        .contains("Make contact, mended"));
    }

    @Test
    void an_upgrade_is_offered_over_an_owners_release_and_never_over_a_file_that_somebody_changed() {
        // given
        owners.arrive();
        Release own = owners.inForce(Owners.shipped(
                "lead-follow-up.bpmn", xml -> xml.replace("name=\"Make contact\"", "name=\"Call them\"")));
        SortedMap<String, byte[]> upgrade =
                ReleaseDriver.shipped(file -> file.replace("name=\"Make contact\"", "name=\"Make contact, mended\"")
                        .replace("name=\"Answer hand-off\"", "name=\"Answer hand-off, mended\""));

        // when
        shipped.bring("upgrade", upgrade);

        // then
        assertThat(releases.current().release()).isEqualTo(own.number());
        Release draft = releases.open().orElseThrow();
        assertThat(draft.base()).isEqualTo(own.number());
        assertThat(draft.madeBy()).isEqualTo("system");
        assertThat(releases.files(draft.number()))
                .filteredOn(each -> each.origin() != Origin.CARRIED)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.file().id()).isEqualTo("lead-journey");
                    assertThat(each.origin()).isEqualTo(Origin.SHIPPED);
                });
        assertThat(releases.files(draft.number()))
                .filteredOn(each -> each.file().id().equals("lead-follow-up"))
                .singleElement()
                .satisfies(each -> assertThat(new String(each.file().content(), StandardCharsets.UTF_8))
                        .contains("Call them"));

        // when an old node and then a new one start again
        shipped.bring("upgrade", upgrade);

        // then
        assertThat(releases.open()).contains(draft);
    }

    @Test
    void each_file_of_an_upgrade_says_who_changed_it_until_somebody_has_decided() {
        // given
        owners.arrive();
        owners.inForce(
                Owners.shipped(
                        "lead-follow-up.bpmn", xml -> xml.replace("name=\"Make contact\"", "name=\"Call them\"")),
                Owners.shipped(
                        "lead-nurture.bpmn", xml -> xml.replace("name=\"Send touch\"", "name=\"Send them a touch\"")));
        shipped.bring(
                "upgrade",
                ReleaseDriver.shipped(file -> file.replace("name=\"Make contact\"", "name=\"Make contact, mended\"")
                        .replace("name=\"Answer hand-off\"", "name=\"Answer hand-off, mended\"")));
        cast.actingAs(Owners.PETRA);
        Release draft = releases.open().orElseThrow();

        // then
        assertThat(marks(draft))
                .containsExactly(
                        "lead-follow-up BOTH to take [Make contact, mended]",
                        "lead-journey SHIPPED taken []",
                        "lead-nurture OWN to take []");
        assertThat(new String(
                        upgrade.of(draft.number()).get("lead-follow-up").file().content(), StandardCharsets.UTF_8))
                .contains("Make contact, mended");

        // when what the product brought is taken back, it is still to be had
        draft = candidates.revert(draft.edition(), "lead-journey");

        // then
        assertThat(marks(draft)).contains("lead-journey SHIPPED to take []");

        // when a release with a decision is in force
        clock.advance(Duration.ofDays(1));
        owners.inForce(Owners.shipped(
                "lead-follow-up.bpmn", xml -> xml.replace("name=\"Make contact\"", "name=\"Call them, mended\"")));

        // then
        assertThat(marks(owners.upload(Owners.PETRA, Owners.shipped("lead-journey.bpmn", xml -> xml + "\n"))
                        .release()))
                .isEmpty();
    }

    /** A table that no model of the product asks: the product does. */
    @Test
    void a_file_that_is_new_with_an_upgrade_is_offered_and_still_to_be_had_when_it_was_left_out() {
        // given
        owners.arrive();
        Release own = owners.inForce(Owners.shipped(
                "lead-follow-up.bpmn", xml -> xml.replace("name=\"Make contact\"", "name=\"Call them\"")));
        SortedMap<String, byte[]> upgrade = ReleaseDriver.shipped(file -> file);
        String fit = new String(upgrade.get("lead-fit.dmn"), StandardCharsets.UTF_8);
        upgrade.put(
                NEW_TABLE + ".dmn",
                fit.replace("<decision id=\"lead-fit\"", "<decision id=\"" + NEW_TABLE + "\"")
                        .getBytes(StandardCharsets.UTF_8));

        // when
        shipped.bring("upgrade", upgrade);

        // then
        cast.actingAs(Owners.PETRA);
        Release draft = releases.open().orElseThrow();
        assertThat(releases.files(draft.number()))
                .filteredOn(each -> each.origin() != Origin.CARRIED)
                .singleElement()
                .returns(NEW_TABLE, each -> each.file().id())
                .returns(Origin.SHIPPED, ReleaseFile::origin);
        assertThat(marks(draft)).containsExactly("lead-follow-up OWN to take []", NEW_TABLE + " SHIPPED new taken []");
        assertThat(this.upgrade.of(own.number()).get(NEW_TABLE).isTaken()).isFalse();

        // when it is left out, and the candidate is begun anew
        cast.actingAs(Owners.PETRA);
        draft = candidates.revert(draft.edition(), NEW_TABLE);
        assertThat(marks(draft)).contains(NEW_TABLE + " SHIPPED new to take []");
        approval.withdraw(draft.number(), "Not yet");
        draft = candidates.begin();

        // then
        assertThat(marks(draft)).contains(NEW_TABLE + " SHIPPED new to take []");

        // when it is taken all the same
        Release taken = owners.inForce(new Candidates.UploadedFile(
                NEW_TABLE + ".dmn",
                this.upgrade.of(draft.number()).get(NEW_TABLE).file().content()));

        // then
        cast.actingAsNobody();
        assertThat(releases.current().release()).isEqualTo(taken.number());
        assertThat(releases.current().tables()).containsKey(NEW_TABLE);
    }

    private List<String> marks(Release release) {
        return upgrade.of(release.number()).entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().side()
                        + (each.getValue().isNew() ? " new" : "")
                        + (each.getValue().isTaken() ? " taken " : " to take ")
                        + each.getValue().conflicts())
                .toList();
    }

    @Test
    void a_database_of_a_version_without_releases_goes_on_with_what_is_deployed_there() {
        // given
        InForce before = releases.current();
        database.superuser()
                .sql("delete from release_event; delete from release; delete from shipped_file")
                .update();
        String known = jdbc.sql("select checksum from shipped_models")
                .query(String.class)
                .single();

        // when
        shipped.bring(known, ReleaseDriver.shipped(file -> file));

        // then
        assertThat(releases.current()).isEqualTo(before);
        assertThat(releases.files(1)).hasSize(21);
        assertThat(jdbc.sql("select count(*) from shipped_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(21);
    }

    private long deployments() {
        return jdbc.sql("select count(*) from shipped_models").query(Long.class).single();
    }

    private static SortedMap<String, byte[]> mended() {
        return ReleaseDriver.shipped(file -> file.replace("name=\"Make contact\"", "name=\"Make contact, mended\""));
    }
}
