package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.redesign.Owners.ADMINISTRATOR;
import static org.leadrelay.redesign.Owners.OLE;
import static org.leadrelay.redesign.Owners.PETRA;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.Candidates.Rebased;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@OwnDatabase
class ApprovalTest {

    private static final String FOLLOW_UP = "lead-follow-up.bpmn";
    private static final String TRACK = "nurture-track.dmn";

    @Autowired
    Owners owners;

    @Autowired
    Candidates candidates;

    @Autowired
    Approval approval;

    @Autowired
    Releases releases;

    @Autowired
    ReleaseMoments moments;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        owners.arrive();
    }

    @AfterEach
    void theFirstReleaseAgain() {
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void a_candidate_is_a_copy_of_what_is_in_force_with_a_file_replaced_whatever_it_is_called() {
        // given
        UploadedFile sent = renamed("lead-follow-up (2).bpmn", followUp("Call them"));

        // when
        Upload upload = owners.upload(PETRA, sent);

        // then
        assertThat(upload.changed()).containsExactly(FOLLOW_UP);
        assertThat(upload.release().stage()).isEqualTo(ReleaseStage.DRAFT);
        assertThat(upload.release().base()).isEqualTo(1);
        List<ReleaseFile> files = releases.files(upload.release().number());
        assertThat(files).hasSize(21);
        assertThat(files)
                .filteredOn(each -> each.origin() != Origin.CARRIED)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.file().name()).isEqualTo(FOLLOW_UP);
                    assertThat(each.person()).isEqualTo(PETRA);
                    assertThat(new String(each.file().content(), StandardCharsets.UTF_8))
                            .contains("Call them");
                });
        assertThat(upload.release().contentHash())
                .isEqualTo(ReleaseHash.of(files))
                .isNotEqualTo(releases.release(1).contentHash());
        assertThat(releases.current().release()).isEqualTo(1);

        // when: the same once more
        Upload again = owners.upload(PETRA, sent);

        // then
        assertThat(again.release()).isEqualTo(upload.release());
        assertThat(again.changed()).isEmpty();

        // when
        Release reverted = candidates.revert(again.release().edition(), "lead-follow-up");

        // then
        assertThat(reverted.contentHash()).isEqualTo(releases.release(1).contentHash());
        assertThat(reverted.edition()).isEqualTo(again.release().edition() + 1);
        assertThatThrownBy(() -> approval.seal(reverted.number(), reverted.edition(), "Nothing"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("what it began with");
    }

    @Test
    void two_who_change_one_candidate_are_told_of_each_other() {
        // given
        Upload first = owners.upload(PETRA, followUp("Call them"));
        Upload second = owners.upload(OLE, first.release().edition(), track());

        // when
        Upload third = owners.upload(PETRA, first.release().edition(), followUp("Call them twice"));

        // then
        assertThat(first.alsoChangedBy()).isEmpty();
        assertThat(second.alsoChangedBy()).isEmpty();
        assertThat(third.alsoChangedBy()).containsExactly(OLE);
        assertThat(third.release().number()).isEqualTo(first.release().number());
        assertThat(owners.upload(OLE, followUp("Call them never")).alsoChangedBy())
                .as("from Modeler, which names no edition")
                .containsExactly(PETRA);
        cast.actingAs(PETRA);
        assertThatThrownBy(() ->
                        approval.seal(third.release().number(), third.release().edition(), "Mine"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("changed meanwhile, by ole");
    }

    @Test
    void what_the_gate_refuses_is_kept_in_the_draft_and_never_sealed() {
        // given
        Upload upload =
                owners.upload(PETRA, Owners.shipped(FOLLOW_UP, xml -> xml.replace("${countAttempt}", "${dropTables}")));
        Release draft = upload.release();

        // then
        assertThat(upload.findings()).extracting(Finding::severity).contains(Severity.REFUSAL);
        assertThat(candidates.findings(draft.number())).isEqualTo(upload.findings());
        assertThatThrownBy(() -> approval.seal(draft.number(), draft.edition(), "Drop"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("dropTables");
        assertThat(releases.release(draft.number()).stage()).isEqualTo(ReleaseStage.DRAFT);
        assertThat(jdbc.sql("select count(*) from release_definition where release = ?")
                        .param(draft.number())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_approves_what_they_made_and_a_second_person_does() {
        // given
        owners.upload(OLE, track());
        Release sealed = owners.seal(followUp("Call them"));

        // then
        assertThat(releases.current().release()).isEqualTo(1);
        for (String author : List.of(PETRA, OLE)) {
            assertThatThrownBy(() -> owners.approve(author, sealed, null))
                    .as(author)
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("Somebody else approves it");
            assertThat(approval.isOpen(sealed.number())).isFalse();
        }
        cast.person("sam", Roles.SALES_MANAGER);
        assertThatThrownBy(() -> owners.approve("sam", sealed, null)).isInstanceOf(Forbidden.class);
        cast.actingAs(ADMINISTRATOR);
        assertThat(approval.isOpen(sealed.number())).isTrue();
        assertThatThrownBy(() -> approval.approve(sealed.number(), "another", null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("not what you looked at");
        assertThat(releases.current().release()).isEqualTo(1);

        // when
        Release approved = owners.approve(ADMINISTRATOR, sealed, null);

        // then
        assertThat(approved.stage()).isEqualTo(ReleaseStage.IN_FORCE);
        assertThat(approved.inForceFrom()).isEqualTo(clock.instant());
        assertThat(approved.decidedBy()).isEqualTo(ADMINISTRATOR);
        assertThat(releases.current().release()).isEqualTo(approved.number());
        assertThat(releases.events(approved.number()))
                .extracting(each -> each.kind().code() + " " + each.person())
                .containsExactly(
                        "begun ole",
                        "uploaded ole",
                        "uploaded petra",
                        "sealed petra",
                        "approved root",
                        "in-force root");
        assertThat(jdbc.sql("""
            select count(*) from journey_log where subject = ? and kind like 'release-%' and position(? in details) > 0
            """)
                        .params(Integer.toString(approved.number()), sealed.contentHash())
                        .query(Long.class)
                        .single())
                .as("sealed, approved, in force: each with the hash")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_moment_is_to_come_and_is_noted_when_it_has() {
        // given
        Instant moment = clock.instant().plus(Duration.ofDays(1));
        Release sealed = owners.seal(track());
        assertThatThrownBy(() -> owners.approve(OLE, sealed, clock.instant().minusSeconds(1)))
                .isInstanceOf(Invalid.class);

        // when
        Release scheduled = owners.approve(OLE, sealed, moment);

        // then
        assertThat(scheduled.stage()).isEqualTo(ReleaseStage.SCHEDULED);
        assertThat(moments.sweep()).isZero();
        assertThat(moments.nextDue(clock.instant())).contains(moment);

        // when
        clock.set(moment);

        // then
        assertThat(releases.current().release()).isEqualTo(sealed.number());
        assertThat(moments.sweep()).isOne();
        assertThat(moments.sweep()).isZero();
        assertThat(releases.events(sealed.number())).last().returns(ReleaseEvent.Kind.IN_FORCE, ReleaseEvent::kind);
        cast.actingAs(PETRA);
        assertThatThrownBy(() -> approval.withdraw(sealed.number(), "Too late"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("rolling back");
    }

    @Test
    void rejected_and_withdrawn_with_words_and_taken_up_again() {
        // given
        Release sealed = owners.seal(followUp("Call them"));
        cast.actingAs(OLE);
        assertThatThrownBy(() -> approval.reject(sealed.number(), " ")).isInstanceOf(Invalid.class);

        // when
        Release rejected = approval.reject(sealed.number(), "Nobody calls");

        // then
        assertThat(rejected.stage()).isEqualTo(ReleaseStage.REJECTED);
        assertThat(releases.events(sealed.number()))
                .last()
                .returns("Nobody calls", ReleaseEvent::words)
                .returns(OLE, ReleaseEvent::person);
        assertThatThrownBy(() -> owners.approve(ADMINISTRATOR, sealed, null)).isInstanceOf(Conflict.class);

        // when: something else has taken effect meanwhile
        Release other = owners.inForce(track());
        cast.actingAs(OLE);
        Rebased again = candidates.beginFrom(rejected.number());

        // then
        assertThat(again.release().base()).isEqualTo(other.number());
        assertThat(again.lookAgain()).isEmpty();
        Map<String, String> hashes = hashes(again.release().number());
        assertThat(hashes.get("lead-follow-up"))
                .isEqualTo(hashes(rejected.number()).get("lead-follow-up"));
        assertThat(hashes.get("nurture-track")).isEqualTo(hashes(other.number()).get("nurture-track"));
        assertThat(approval.authors(again.release().number()))
                .as("what she changed is still hers")
                .contains(PETRA);

        // when
        Release withdrawn = approval.withdraw(again.release().number(), "Not now");

        // then
        assertThat(withdrawn.stage()).isEqualTo(ReleaseStage.WITHDRAWN);
        assertThat(releases.open()).isEmpty();
    }

    @Test
    void what_took_effect_meanwhile_is_not_undone() {
        // given
        Release slow = owners.seal(followUp("Call them"));
        Release quick = owners.inForce(followUp("Write to them"));

        // then
        assertThatThrownBy(() -> owners.approve(OLE, slow, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("release %d has taken effect since".formatted(quick.number()));

        // given a draft that began before another took effect
        Release draft = owners.upload(PETRA, track(), followUp("Visit them")).release();
        jdbc.sql("update release set base = 1 where number = ?")
                .param(draft.number())
                .update();
        assertThatThrownBy(() -> approval.seal(draft.number(), draft.edition(), "Visit"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Bring it up");

        // when
        Rebased rebased = candidates.rebase(draft.edition());

        // then
        assertThat(rebased.release().base()).isEqualTo(quick.number());
        assertThat(rebased.lookAgain()).containsExactly(FOLLOW_UP);
        assertThat(approval.seal(draft.number(), rebased.release().edition(), "Visit")
                        .stage())
                .isEqualTo(ReleaseStage.SEALED);
    }

    @Test
    void one_waits_for_its_moment_at_a_time() {
        // given
        Release first =
                owners.approve(OLE, owners.seal(track()), clock.instant().plus(Duration.ofDays(1)));
        Release second = owners.seal(followUp("Call them"));

        // then
        assertThatThrownBy(() -> owners.approve(OLE, second, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Release %d is approved and waits".formatted(first.number()));

        // when
        cast.actingAs(OLE);
        approval.withdraw(first.number(), "The other one first");

        // then
        assertThat(owners.approve(OLE, second, null).stage()).isEqualTo(ReleaseStage.IN_FORCE);
    }

    @Test
    void a_roll_back_has_the_definitions_of_then_and_a_second_person() {
        // given
        InForce before = releases.current();
        Release next = owners.inForce(followUp("Call them"));
        assertThat(releases.current().definitions()).isNotEqualTo(before.definitions());
        long deployments = deployments();
        cast.actingAs(PETRA);
        assertThatThrownBy(() -> approval.rollBack(next.number(), "In force")).isInstanceOf(Conflict.class);

        // when
        Release back = approval.rollBack(1, "Nobody was called");

        // then
        assertThat(back.stage()).isEqualTo(ReleaseStage.SEALED);
        assertThat(back.rollsBackTo()).isEqualTo(1);
        assertThat(back.contentHash()).isEqualTo(releases.release(1).contentHash());
        assertThat(releases.current().release()).isEqualTo(next.number());
        assertThatThrownBy(() -> owners.approve(PETRA, back, null)).isInstanceOf(Forbidden.class);

        // when
        owners.approve(OLE, back, null);

        // then
        assertThat(releases.current())
                .returns(back.number(), InForce::release)
                .returns(before.deploymentId(), InForce::deploymentId)
                .returns(before.definitions(), InForce::definitions)
                .returns(before.tables(), InForce::tables);
        assertThat(deployments()).isEqualTo(deployments);
    }

    private long deployments() {
        return jdbc.sql("select count(distinct deployment_id) from release")
                .query(Long.class)
                .single();
    }

    private Map<String, String> hashes(int release) {
        return releases.files(release).stream()
                .collect(Collectors.toMap(each -> each.file().id(), ReleaseFile::sha256));
    }

    private static UploadedFile renamed(String name, UploadedFile file) {
        return new UploadedFile(name, file.content());
    }

    private static UploadedFile followUp(String name) {
        UnaryOperator<String> change = xml -> xml.replace("name=\"Make contact\"", "name=\"" + name + "\"");
        return Owners.shipped(FOLLOW_UP, change);
    }

    /** A table that no charter pins. */
    private static UploadedFile track() {
        return Owners.shipped(TRACK, xml -> xml.replaceFirst("</description>", ", mended</description>"));
    }
}
