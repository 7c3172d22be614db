package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.RunningLeads.Begun;
import org.leadrelay.redesign.RunningLeads.DeployedFile;

/** Which leads go on with what is not in force any more. */
class OlderVersionsTest {

    private final List<DeployedFile> files = List.of(
            new DeployedFile("first", "lead-journey", 1, "j"),
            new DeployedFile("first", "lead-fit", 1, "old"),
            new DeployedFile("second", "lead-journey", 2, "j"),
            new DeployedFile("second", "lead-fit", 2, "older still"),
            new DeployedFile("third", "lead-journey", 3, "j"),
            new DeployedFile("third", "lead-fit", 3, "new"),
            new DeployedFile("fourth", "lead-journey", 4, "j"),
            new DeployedFile("fourth", "lead-fit", 4, "new"));

    @Test
    void leads_go_on_with_a_table_of_other_content_and_a_number_alone_says_nothing() {
        // given
        OlderVersions older = new OlderVersions(
                "fourth",
                List.of(
                        new Begun("first", 312),
                        new Begun("second", 4),
                        new Begun("third", 20),
                        new Begun("fourth", 7)),
                files);

        // then
        assertThat(older.of("lead-fit")).containsExactly(new OlderVersion(2, 4), new OlderVersion(1, 312));
        assertThat(older.of("lead-journey")).isEmpty();
        assertThat(older.sameAsInForce("lead-fit")).containsExactlyInAnyOrder(3, 4);
        assertThat(older.differs("third", "lead-fit")).isFalse();
        assertThat(older.differs("first", "lead-fit")).isTrue();
        assertThat(older.versionInForce("lead-fit")).isEqualTo(4);
    }

    @Test
    void after_a_roll_back_what_is_newer_counts_as_other_too() {
        // given
        OlderVersions older = new OlderVersions("first", List.of(new Begun("third", 20), new Begun("first", 1)), files);

        // then
        assertThat(older.of("lead-fit")).containsExactly(new OlderVersion(3, 20));
    }

    @Test
    void a_release_that_takes_up_what_leads_began_with_leaves_only_the_others_behind() {
        // given
        OlderVersions older = new OlderVersions(
                "fourth",
                List.of(
                        new Begun("first", 312),
                        new Begun("second", 4),
                        new Begun("third", 20),
                        new Begun("without files", 1)),
                files);

        // then
        assertThat(older.leadsBesides("lead-fit", "old")).isEqualTo(24);
        assertThat(older.leadsBesides("lead-fit", "newest")).isEqualTo(336);
        assertThat(older.leadsBesides("lead-journey", "j")).isZero();
    }

    @Test
    void a_model_that_a_release_no_longer_has_is_other() {
        // given
        OlderVersions older = new OlderVersions(
                "fourth",
                List.of(new Begun("first", 2)),
                List.of(new DeployedFile("first", "gone", 1, "g"), new DeployedFile("fourth", "lead-fit", 4, "new")));

        // then
        assertThat(older.of("gone")).containsExactly(new OlderVersion(1, 2));
    }
}
