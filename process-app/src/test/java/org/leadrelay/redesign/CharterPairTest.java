package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.access.Mandate.HEAD_OF_MARKETING;
import static org.leadrelay.access.Mandate.HEAD_OF_SALES;
import static org.leadrelay.charter.Parties.MARKETING;
import static org.leadrelay.charter.Parties.SALES;
import static org.leadrelay.redesign.Owners.ADMINISTRATOR;
import static org.leadrelay.redesign.Owners.OLE;
import static org.leadrelay.redesign.Owners.PETRA;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterEvent;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Parties;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.charter.SignOff;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A release that changes what both sides signed takes effect with their next charter, in one moment. */
@ProductTest
@OwnDatabase
class CharterPairTest {

    @Autowired
    Owners owners;

    @Autowired
    Parties parties;

    @Autowired
    Approval approval;

    @Autowired
    Releases releases;

    @Autowired
    Charter charter;

    @Autowired
    CharterVersions versions;

    @Autowired
    CharterDrafts drafts;

    @Autowired
    SignOff signOff;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    Cast cast;

    @BeforeEach
    void people() {
        parties.arrive();
        owners.arrive();
    }

    @AfterEach
    void asBefore() {
        cast.actingAsNobody();
        database.firstRelease();
        database.firstCharter();
    }

    @Test
    void sealing_a_pinned_table_begins_a_draft_that_pins_its_new_version() {
        // when
        Release sealed = owners.seal(fit());

        // then
        assertThat(sealed.needsCharter()).isTrue();
        CharterVersion draft = versions.version(paired(sealed));
        assertThat(draft.stage()).isEqualTo(VersionStage.DRAFT);
        int version = pinned(draft);
        assertThat(version).isNotEqualTo(releases.current().tables().get("lead-fit"));
        assertThat(draft.provisions().tables())
                .filteredOn(each -> !each.decision().equals("lead-fit"))
                .isSubsetOf(versions.inForce().provisions().tables());

        // when somebody pins another one
        cast.actingAs(PETRA);
        CharterVersion edited = drafts.edit(
                draft.edition(),
                draft.provisions()
                        .rewriting()
                        .name("Another name")
                        .tables(versions.inForce().provisions().tables())
                        .text());

        // then
        assertThatThrownBy(() -> drafts.propose(edited.edition(), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("decides by version " + version + " of lead-fit");
    }

    @Test
    void a_table_that_no_charter_pins_goes_alone() {
        // when
        Release sealed = owners.seal(Owners.shipped(
                "nurture-track.dmn", xml -> xml.replaceFirst("</description>", ", mended</description>")));

        // then
        assertThat(sealed.needsCharter()).isFalse();
        assertThat(sealed.charterVersion()).isNull();
        assertThat(versions.draft()).isEmpty();
    }

    @Test
    void the_second_signature_is_the_last_word_when_the_release_is_approved() {
        // given
        Release sealed = owners.seal(fit());
        int version = propose(sealed, null);
        Release approved = owners.approve(OLE, sealed, null);
        assertThat(approved.stage()).isEqualTo(ReleaseStage.AWAITING_CHARTER);
        assertNothingChanged(sealed);

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        assertNothingChanged(sealed);
        clock.advance(Duration.ofHours(1));
        parties.sign(SALES, HEAD_OF_SALES, version, false);

        // then
        assertBothInForce(sealed, version, clock.instant());
        cast.actingAsNobody();
        assertThat(releases.events(sealed.number()))
                .last()
                .returns(ReleaseEvent.Kind.IN_FORCE, ReleaseEvent::kind)
                .returns(SALES, ReleaseEvent::person);
    }

    @Test
    void the_approval_is_the_last_word_when_both_have_signed() {
        // given
        Release sealed = owners.seal(fit());
        int version = propose(sealed, null);
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        CharterVersion signed = parties.sign(SALES, HEAD_OF_SALES, version, true);
        assertThat(signed.stage()).isEqualTo(VersionStage.PROPOSED);
        assertNothingChanged(sealed);

        // when
        clock.advance(Duration.ofHours(1));
        owners.approve(OLE, sealed, null);

        // then
        assertBothInForce(sealed, version, clock.instant());
        assertThat(versions.version(version).recompute())
                .as("the word of whoever signed last")
                .isTrue();
    }

    @Test
    void both_take_effect_at_the_later_of_the_chosen_moments_and_in_no_instant_one_alone() {
        // given
        Instant ofCharter = clock.instant().plus(Duration.ofDays(1));
        Instant ofRelease = clock.instant().plus(Duration.ofDays(2));
        Release sealed = owners.seal(fit());
        int version = propose(sealed, ofCharter);
        owners.approve(OLE, sealed, ofRelease);

        // when
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        parties.sign(SALES, HEAD_OF_SALES, version, false);

        // then
        assertThat(versions.version(version).inForceFrom()).isEqualTo(ofRelease);
        assertThat(releases.release(sealed.number()).inForceFrom()).isEqualTo(ofRelease);
        for (Instant moment : List.of(ofCharter, ofRelease.minusMillis(1))) {
            clock.set(moment);
            assertNothingChanged(sealed);
        }
        clock.set(ofRelease);
        assertBothInForce(sealed, version, ofRelease);
    }

    @Test
    void the_last_signature_and_the_approval_at_one_instant_leave_both_in_force() throws Exception {
        for (int round = 0; round < 5; round++) {
            // given
            int serial = round;
            Release sealed = owners.seal(fit("round " + serial));
            int version = propose(sealed, null);
            parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
            Callable<String> signing = () -> {
                parties.sign(SALES, HEAD_OF_SALES, version, false);
                cast.actingAsNobody();
                return "done";
            };
            Callable<String> approving = () -> {
                owners.approve(OLE, sealed, null);
                return "done";
            };

            // when
            assertThat(atOnce(signing, approving)).containsExactly("done", "done");

            // then
            assertBothInForce(sealed, version, clock.instant());
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void what_is_withdrawn_on_one_side_does_not_take_effect_on_the_other() {
        // given both wait for their moment
        Instant moment = clock.instant().plus(Duration.ofDays(1));
        Release sealed = owners.seal(fit());
        int version = propose(sealed, null);
        owners.approve(OLE, sealed, moment);
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        parties.sign(SALES, HEAD_OF_SALES, version, false);

        // when sales takes the charter back
        signOff.withdraw(version);

        // then
        cast.actingAsNobody();
        assertThat(releases.release(sealed.number()).stage()).isEqualTo(ReleaseStage.WITHDRAWN);
        assertThat(versions.version(version).stage()).isEqualTo(VersionStage.WITHDRAWN);
        clock.set(moment.plusSeconds(1));
        assertNothingChanged(sealed);

        // given another one, signed and not approved yet
        Release next = owners.seal(fit("another"));
        int nextVersion = propose(next, null);
        parties.sign(MARKETING, HEAD_OF_MARKETING, nextVersion, false);
        parties.sign(SALES, HEAD_OF_SALES, nextVersion, false);

        // when it is rejected
        cast.actingAs(OLE);
        approval.reject(next.number(), "No");

        // then nobody has signed a charter whose tables never decide, and which says nothing else
        CharterVersion back = versions.version(nextVersion);
        assertThat(back.stage()).isEqualTo(VersionStage.DISCARDED);
        assertThat(back.signatures()).hasSize(2).noneMatch(each -> each.holds());
        assertNothingChanged(next);
    }

    @Test
    void a_release_whose_draft_was_given_up_waits_for_another_one() {
        // given
        Release sealed = owners.seal(fit());
        int version = paired(sealed);
        cast.actingAs(PETRA);
        drafts.discard(versions.version(version).edition());

        // then
        assertThat(releases.release(sealed.number()).charterVersion()).isNull();
        assertThatThrownBy(() -> owners.approve(OLE, sealed, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no draft of the charter");

        // when
        cast.actingAs(PETRA);
        Release paired = approval.pair(sealed.number());

        // then
        assertThat(paired(paired)).isGreaterThan(version);
        assertThat(pinned(versions.version(paired(paired)))).isEqualTo(pinned(versions.version(version)));
    }

    @Test
    void a_draft_that_only_the_release_needed_goes_with_it() {
        for (boolean rejected : List.of(true, false)) {
            // given
            Release sealed = owners.seal(fit("rejected " + rejected));
            int version = paired(sealed);

            // when
            Release gone = giveUp(sealed, rejected);

            // then
            assertThat(gone.charterVersion()).isNull();
            assertThat(versions.version(version).stage()).isEqualTo(VersionStage.DISCARDED);
            assertThat(versions.draft()).isEmpty();
            assertThat(versions.events(version))
                    .last()
                    .returns(CharterEvent.Kind.DISCARDED, CharterEvent::kind)
                    .returns(rejected ? ADMINISTRATOR : PETRA, CharterEvent::person);
        }
    }

    @Test
    void a_draft_that_says_more_stays_and_pins_what_decides() {
        for (boolean proposed : List.of(false, true)) {
            // given somebody else wrote in the draft, too
            Release sealed = owners.seal(fit("proposed " + proposed));
            cast.actingAs(PETRA);
            CharterVersion draft = versions.version(paired(sealed));
            drafts.edit(
                    draft.edition(),
                    draft.provisions().rewriting().name("Another name").text());
            if (proposed) {
                propose(sealed, null);
                parties.sign(SALES, HEAD_OF_SALES, draft.version(), false);
            }

            // when
            giveUp(sealed, proposed);

            // then
            CharterVersion left = versions.draft().orElseThrow();
            assertThat(left)
                    .returns(draft.version(), CharterVersion::version)
                    .returns(VersionStage.DRAFT, CharterVersion::stage);
            assertThat(left.provisions())
                    .isEqualTo(versions.inForce()
                            .provisions()
                            .rewriting()
                            .name("Another name")
                            .text());
            assertThat(left.signatures()).noneMatch(each -> each.holds());

            // then it may be signed alone, and goes with the next one that needs it
            Release next = owners.seal(fit("after " + proposed));
            assertThat(next.charterVersion()).isEqualTo(left.version());
            cast.actingAs(PETRA);
            approval.withdraw(next.number(), "No");
            drafts.discard(versions.draft().orElseThrow().edition());
        }
    }

    @Test
    void an_approved_release_whose_draft_was_given_up_goes_with_another_one() {
        // given
        Release sealed = owners.seal(fit());
        owners.approve(OLE, sealed, null);
        cast.actingAs(PETRA);
        drafts.discard(versions.version(paired(sealed)).edition());

        // when
        Release paired = approval.pair(sealed.number());
        int version = propose(paired, null);
        parties.sign(MARKETING, HEAD_OF_MARKETING, version, false);
        parties.sign(SALES, HEAD_OF_SALES, version, false);

        // then
        assertBothInForce(sealed, version, clock.instant());
    }

    @Test
    void while_a_charter_is_being_signed_nothing_is_sealed_that_changes_it() {
        // given
        CharterVersion proposed =
                parties.propose(said -> said.rewriting().name("Other").text(), null);

        // then
        assertThatThrownBy(() -> owners.seal(fit()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("version %d of the charter is being signed".formatted(proposed.version()));
    }

    private void assertNothingChanged(Release sealed) {
        assertThat(releases.current().release()).isNotEqualTo(sealed.number());
        assertThat(charter.current().version()).isNotEqualTo(sealed.charterVersion());
    }

    private void assertBothInForce(Release sealed, int version, Instant moment) {
        cast.actingAsNobody();
        assertThat(charter.current().version()).isEqualTo(version);
        assertThat(releases.current().release()).isEqualTo(sealed.number());
        assertThat(versions.version(version).inForceFrom()).isEqualTo(moment);
        assertThat(releases.release(sealed.number()).inForceFrom()).isEqualTo(moment);
    }

    private Release giveUp(Release sealed, boolean rejected) {
        cast.actingAs(rejected ? ADMINISTRATOR : PETRA);
        return rejected ? approval.reject(sealed.number(), "No") : approval.withdraw(sealed.number(), "No");
    }

    private int propose(Release sealed, @Nullable Instant from) {
        cast.actingAs(PETRA);
        CharterVersion draft = versions.version(paired(sealed));
        drafts.propose(draft.edition(), from);
        return draft.version();
    }

    private static int paired(Release release) {
        Integer version = release.charterVersion();
        if (version == null) {
            throw new AssertionError("release " + release.number() + " goes with no charter");
        }
        return version;
    }

    private static int pinned(CharterVersion version) {
        return version.provisions().tables().stream()
                .filter(each -> each.decision().equals("lead-fit"))
                .mapToInt(PinnedTable::tableVersion)
                .findFirst()
                .orElseThrow();
    }

    private static UploadedFile fit() {
        return fit("mended");
    }

    private static UploadedFile fit(String words) {
        return Owners.shipped(
                "lead-fit.dmn", xml -> xml.replaceFirst("</description>", ", " + words + "</description>"));
    }
}
