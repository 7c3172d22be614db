package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.access.Mandate.HEAD_OF_MARKETING;
import static org.leadrelay.access.Mandate.HEAD_OF_SALES;
import static org.leadrelay.charter.Parties.MARKETING;
import static org.leadrelay.charter.Parties.MARKETING_DEPUTY;
import static org.leadrelay.charter.Parties.OWNER;
import static org.leadrelay.charter.Parties.SALES;
import static org.leadrelay.charter.Parties.SALES_DEPUTY;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@OwnDatabase
@Import(Parties.class)
class SignOffTest {

    @Autowired
    Parties parties;

    @Autowired
    Charter charter;

    @Autowired
    CharterVersions versions;

    @Autowired
    CharterDrafts drafts;

    @Autowired
    SignOff signOff;

    @Autowired
    Mandates mandates;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    Database database;

    @BeforeEach
    void people() {
        parties.arrive();
    }

    @AfterEach
    void backToTheFirstCharter() {
        database.firstCharter();
    }

    @Test
    void nothing_changes_until_both_have_signed() {
        // given
        int version = parties.propose(SignOffTest::quicker, null).version();

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);

        // then
        assertThat(answering()).isEqualTo(Duration.ofHours(2));
        assertThat(versions.version(version).stage()).isEqualTo(VersionStage.PROPOSED);

        // when
        CharterVersion agreed = parties.sign(SALES, HEAD_OF_SALES, version, true);

        // then
        assertThat(agreed.stage()).isEqualTo(VersionStage.IN_FORCE);
        assertThat(agreed.inForceFrom()).isEqualTo(clock.instant());
        assertThat(agreed.recompute()).isTrue();
        assertThat(charter.current().version()).isEqualTo(version);
        assertThat(answering()).isEqualTo(Duration.ofMinutes(45));
        assertThat(versions.version(1).stage()).isEqualTo(VersionStage.PAST);
    }

    @Test
    void a_version_takes_effect_at_its_chosen_moment_and_not_before() {
        // given
        Instant moment = clock.instant().plus(Duration.ofDays(7));

        // when
        int version = parties.agree(SignOffTest::quicker, moment, false).version();

        // then
        assertThat(versions.version(version).stage()).isEqualTo(VersionStage.SCHEDULED);
        assertThat(answering()).isEqualTo(Duration.ofHours(2));

        // when
        clock.set(moment.minusMillis(1));
        assertThat(answering()).isEqualTo(Duration.ofHours(2));
        clock.set(moment);

        // then
        assertThat(answering()).isEqualTo(Duration.ofMinutes(45));
        assertThat(versions.inForce().version()).isEqualTo(version);
    }

    @Test
    void a_moment_that_has_passed_before_the_second_signature_means_at_once() {
        // given
        Instant moment = clock.instant().plus(Duration.ofHours(1));
        int version = parties.propose(SignOffTest::quicker, moment).version();
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);

        // when
        clock.advance(Duration.ofHours(3));
        CharterVersion agreed = parties.sign(SALES, HEAD_OF_SALES, version, false);

        // then
        assertThat(agreed.inForceFrom()).isEqualTo(clock.instant());
        assertThat(answering()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void one_person_never_signs_for_both_not_even_as_a_deputy() {
        // given
        cast.actingAsNobody();
        mandates.give(HEAD_OF_SALES, SALES, Set.of(MARKETING), null);
        int version = parties.propose(SignOffTest::quicker, null).version();

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);

        // then
        assertThatThrownBy(() -> parties.sign(MARKETING, HEAD_OF_SALES, version, false))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("never signs for both");
        assertThat(versions.version(version).stage()).isEqualTo(VersionStage.PROPOSED);
    }

    @Test
    void deputies_sign_in_place_of_the_heads_and_nobody_else_does() {
        // given
        int version = parties.propose(SignOffTest::quicker, null).version();

        // then
        assertThatThrownBy(() -> parties.sign(SALES, HEAD_OF_MARKETING, version, false))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> parties.sign(OWNER, HEAD_OF_MARKETING, version, false))
                .isInstanceOf(Forbidden.class);

        // when
        parties.sign(MARKETING_DEPUTY, HEAD_OF_MARKETING, version, false);
        CharterVersion agreed = parties.sign(SALES_DEPUTY, HEAD_OF_SALES, version, false);

        // then
        assertThat(agreed.stage()).isEqualTo(VersionStage.IN_FORCE);
        assertThat(agreed.signatures()).allMatch(Signature::deputy);
        assertThatThrownBy(() -> parties.sign(SALES, HEAD_OF_SALES, version, false))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whoever_wrote_a_version_does_not_sign_it() {
        // given
        cast.actingAsNobody();
        mandates.give(HEAD_OF_SALES, SALES, Set.of(OWNER), null);
        int version = parties.propose(SignOffTest::quicker, null).version();

        // then
        cast.actingAs(OWNER);
        assertThat(signOff.open()).isEmpty();
        assertThatThrownBy(() -> parties.sign(OWNER, HEAD_OF_SALES, version, false))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("wrote");
    }

    @Test
    void an_edit_after_a_signature_voids_it_and_the_version_is_a_draft_again() {
        // given
        int version = parties.propose(SignOffTest::quicker, null).version();
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        cast.actingAs(OWNER);
        CharterVersion seen = versions.version(version);

        // when
        drafts.edit(seen.edition(), Editing.named(seen.provisions(), "Second thoughts"));

        // then
        CharterVersion edited = versions.version(version);
        assertThat(edited.stage()).isEqualTo(VersionStage.DRAFT);
        assertThat(edited.signature(HEAD_OF_MARKETING)).isEmpty();
        assertThat(edited.signatures()).singleElement().matches(each -> !each.holds());
        assertThatThrownBy(() -> parties.sign(SALES, HEAD_OF_SALES, version, false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("not proposed");
        assertThat(versions.events(version))
                .extracting(CharterEvent::kind)
                .containsExactly(
                        CharterEvent.Kind.DRAFTED,
                        CharterEvent.Kind.EDITED,
                        CharterEvent.Kind.PROPOSED,
                        CharterEvent.Kind.SIGNED,
                        CharterEvent.Kind.VOIDED,
                        CharterEvent.Kind.EDITED);
    }

    @Test
    void nobody_signs_a_text_that_changed_after_they_read_it() {
        // given
        CharterVersion first = parties.propose(SignOffTest::quicker, null);
        cast.actingAs(OWNER);
        CharterVersion edited = drafts.edit(first.edition(), Editing.named(first.provisions(), "Another name"));
        drafts.propose(edited.edition(), null);

        // then
        cast.actingAs(MARKETING);
        assertThatThrownBy(() -> signOff.sign(first.version(), HEAD_OF_MARKETING, first.contentHash(), false))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Read it again");
    }

    @Test
    void a_signature_says_who_for_whom_when_and_what() {
        // given
        CharterVersion proposed = parties.propose(SignOffTest::quicker, null);

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, proposed.version(), false);

        // then
        Signature signature = versions.version(proposed.version()).signatures().get(0);
        assertThat(signature.person()).isEqualTo(MARKETING);
        assertThat(signature.mandate()).isEqualTo(HEAD_OF_MARKETING);
        assertThat(signature.deputy()).isFalse();
        assertThat(signature.at()).isEqualTo(clock.instant());
        assertThat(signature.contentHash()).isEqualTo(proposed.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_scheduled_version_is_withdrawn_before_its_moment_and_never_after() {
        // given
        Instant moment = clock.instant().plus(Duration.ofDays(1));
        int version = parties.agree(SignOffTest::quicker, moment, false).version();

        // when
        cast.actingAs(SALES);
        signOff.withdraw(version);

        // then
        clock.set(moment.plusSeconds(1));
        assertThat(answering()).isEqualTo(Duration.ofHours(2));
        assertThat(versions.version(version).stage()).isEqualTo(VersionStage.WITHDRAWN);
        assertThat(versions.version(version).signatures()).hasSize(2).allMatch(Signature::holds);

        // when
        int next = parties.agree(SignOffTest::quicker, null, false).version();

        // then
        cast.actingAs(SALES);
        assertThatThrownBy(() -> signOff.withdraw(next)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_proposed_version_that_is_withdrawn_is_a_draft_again() {
        // given
        int version = parties.propose(SignOffTest::quicker, null).version();
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);

        // when
        cast.actingAs(OWNER);
        CharterVersion back = signOff.withdraw(version);

        // then
        assertThat(back.stage()).isEqualTo(VersionStage.DRAFT);
        assertThat(back.signature(HEAD_OF_MARKETING)).isEmpty();
    }

    @Test
    void while_a_signed_version_waits_no_other_is_drafted() {
        parties.agree(SignOffTest::quicker, clock.instant().plus(Duration.ofDays(1)), false);
        cast.actingAs(OWNER);
        assertThatThrownBy(() -> drafts.begin())
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("waits for its moment");
    }

    @Test
    void two_heads_who_sign_at_the_same_instant_end_with_one_version_in_force() throws Exception {
        for (int round = 0; round < 10; round++) {
            // given
            Duration work = Duration.ofMinutes(30 + round);
            int version = parties.propose(said -> Editing.lasting(said, "answerHandOff", work), null)
                    .version();

            // when
            List<String> results =
                    atOnce(signing(MARKETING, HEAD_OF_MARKETING, version), signing(SALES, HEAD_OF_SALES, version));

            // then
            assertThat(results).containsExactly("signed", "signed");
            assertThat(versions.version(version).stage()).isEqualTo(VersionStage.IN_FORCE);
            assertThat(answering()).isEqualTo(work);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_head_and_a_deputy_who_sign_for_one_side_at_once_leave_one_signature() throws Exception {
        // given
        int version = parties.propose(SignOffTest::quicker, null).version();

        // when
        List<String> results = atOnce(
                signing(MARKETING, HEAD_OF_MARKETING, version), signing(MARKETING_DEPUTY, HEAD_OF_MARKETING, version));

        // then
        assertThat(results).containsExactlyInAnyOrder("signed", "Conflict");
        assertThat(versions.version(version).signatures()).hasSize(1);
    }

    private Callable<String> signing(String login, Mandate mandate, int version) {
        return () -> {
            try {
                parties.sign(login, mandate, version, false);
                return "signed";
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            } finally {
                cast.actingAsNobody();
            }
        };
    }

    private static CharterContent quicker(CharterContent said) {
        return Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45));
    }

    private Duration answering() {
        Clause clause = charter.current().clauses().get("answerHandOff");
        return clause == null ? Duration.ZERO : clause.normal().rest();
    }

    @Test
    void moments_are_kept_to_the_instant() {
        Instant moment = Instant.parse("2026-03-29T01:00:00Z");
        assertThat(parties.agree(SignOffTest::quicker, moment, false).inForceFrom())
                .isEqualTo(moment);
    }
}
