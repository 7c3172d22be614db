package org.leadrelay.ui.redesign;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.redesign.Approval;
import org.leadrelay.redesign.Candidates;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.Origin;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.Releases;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The pages of the releases, from a candidate to its end. */
@OwnDatabase
class ReleaseViewsTest extends ViewTest {

    private static final String OWNER = "releases-owner";
    private static final String SECOND = "releases-second";
    private static final String REP = "releases-rep";
    /** What one test brought into force, the next one would not change any more. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final String name = "Reach the buyer " + TESTS.incrementAndGet();

    @Autowired
    Releases releases;

    @Autowired
    Candidates candidates;

    @Autowired
    Approval approval;

    @Autowired
    Ticker ticker;

    @BeforeEach
    void people() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        cast.actingAsNobody();
        cast.person(OWNER, Roles.PROCESS_OWNER);
        cast.person(SECOND, Roles.PROCESS_OWNER);
        cast.person(REP, Roles.SALES_REP);
        logIn(OWNER);
        releases.all().stream()
                .filter(each -> isOpen(each.stage()))
                .forEach(each -> approval.withdraw(each.number(), "Test"));
    }

    private static boolean isOpen(ReleaseStage stage) {
        return stage == ReleaseStage.DRAFT || stage == ReleaseStage.SEALED || stage == ReleaseStage.SCHEDULED;
    }

    @Test
    void a_process_owner_begins_a_candidate_from_the_list_and_everybody_reads_it() {
        // given
        open("redesign");
        assertThat(text()).contains("Nobody is working on a release");

        // when
        click("Begin a candidate");

        // then
        Release candidate = releases.open().orElseThrow();
        assertThat(path()).isEqualTo("redesign/" + candidate.number());
        assertThat(text()).contains("candidate", "lead-follow-up.bpmn", "as in release " + candidate.base());

        // and a rep reads the same, and is told why there is nothing to do
        logIn(REP);
        open("redesign/" + candidate.number());
        assertThat(text()).contains("lead-follow-up.bpmn", "Only process owners change a candidate");
        assertThat(_find(com.vaadin.flow.component.upload.Upload.class)).isEmpty();
        open("redesign");
        assertThat(_find(Button.class, spec -> spec.withText("Begin a candidate")))
                .isEmpty();
    }

    @Test
    void a_file_is_taken_back_after_a_question() {
        // given
        Release candidate = changed();
        open("redesign/" + candidate.number());
        assertThat(text()).contains("uploaded here", "1 change");

        // when
        click("Take back");
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(text()).doesNotContain("uploaded here");
        open("redesign/" + candidate.number() + "?tab=approval");
        assertThat(text()).contains("there is nothing to seal yet");
        assertThat(_get(Button.class, spec -> spec.withText("Seal...")).isEnabled())
                .isFalse();
    }

    @Test
    void whoever_reads_a_candidate_is_told_when_somebody_else_changes_it() {
        // given
        Release candidate = changed();
        open("redesign/" + candidate.number());

        // when
        cast.actingAs(SECOND);
        upload(ShippedFiles.SKILLS, ShippedFiles.with(ShippedFiles.SKILLS, "Any rep can take it.", "Whoever is free."));
        logIn(OWNER);
        ticker.tick();
        com.github.mvysny.kaributesting.v10.MockVaadin.clientRoundtrip();

        // then
        assertThat(text()).contains(SECOND + " changed it meanwhile").contains("as in release " + candidate.base());

        // and when
        click("Show it as it is now");

        // then
        assertThat(_find(Span.class, spec -> spec.withText("uploaded here"))).hasSize(2);
    }

    @Test
    void a_finding_leads_to_its_element_and_keeps_the_release_from_being_sealed() {
        // given
        cast.actingAs(OWNER);
        Release candidate = upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.with(
                        ShippedFiles.FOLLOW_UP,
                        "camunda:delegateExpression=\"${countAttempt}\"",
                        "camunda:delegateExpression=\"${noSuchStep}\""));
        logIn(OWNER);

        // when
        open("redesign/" + candidate.number() + "?tab=findings");

        // then
        assertThat(text()).contains("Refusal", "Activity_CountAttempt · lead-follow-up.bpmn");
        assertThat(_find(NativeButton.class, spec -> spec.withAttribute("aria-current", "true")))
                .hasSize(1);

        // and
        open("redesign/" + candidate.number() + "?tab=approval");
        assertThat(text()).contains("cannot be sealed yet");
        assertThat(_get(Button.class, spec -> spec.withText("Seal...")).isEnabled())
                .isFalse();
    }

    @Test
    void it_is_sealed_with_a_title_and_approved_by_somebody_else_who_has_read_the_difference() {
        // given
        Release candidate = changed();
        int before = releases.current().release();
        open("redesign/" + candidate.number() + "?tab=approval");

        // when
        click("Seal...");
        _get(TextField.class, spec -> spec.withLabel("What it is for")).setValue("Say what reps do");
        click("Seal it");

        // then
        assertThat(text())
                .contains("Say what reps do", "awaits approval", "nobody approves what they worked on", SECOND);
        assertThat(_find(Button.class, spec -> spec.withText("Approve..."))).isEmpty();

        // and when the second one has not read it
        logIn(SECOND);
        open("redesign/" + candidate.number());
        assertThat(text()).contains(name);
        open("redesign/" + candidate.number() + "?tab=approval");
        click("Approve...");
        click("Approve it");

        // then
        assertThat(_get(Checkbox.class).getErrorMessage()).contains("Read the difference first");
        assertThat(releases.current().release()).isEqualTo(before);

        // and when they have
        _get(Checkbox.class).setValue(true);
        click("Approve it");

        // then
        assertThat(text()).contains("in force");
        assertThat(releases.current().release()).isEqualTo(candidate.number());
        open("redesign/" + candidate.number() + "?tab=history");
        assertThat(_find(ListItem.class).stream().map(ReleaseViewsTest::textOf))
                .anyMatch(each -> each.contains(OWNER + " sealed it"))
                .anyMatch(each -> each.contains(SECOND + " approved it"));
    }

    @Test
    void a_moment_is_chosen_in_the_charters_zone_and_one_that_has_passed_is_refused_beside_its_field() {
        // given
        Release sealed = sealed();
        logIn(SECOND);
        open("redesign/" + sealed.number() + "?tab=approval");

        // when
        click("Approve...");
        _get(Checkbox.class).setValue(true);
        RadioButtonGroup<Boolean> when = _get(of(RadioButtonGroup.class));
        when.setValue(false);
        click("Approve it");

        // then
        assertThat(moment().getErrorMessage()).contains("Choose day and time");

        // and when
        moment().setValue(LocalDateTime.of(2026, 3, 1, 9, 0));
        click("Approve it");

        // then
        assertThat(moment().isInvalid()).isTrue();
        assertThat(releases.release(sealed.number()).stage()).isEqualTo(ReleaseStage.SEALED);

        // and when
        moment().setValue(LocalDateTime.of(2026, 3, 9, 9, 0));
        click("Approve it");

        // then
        assertThat(releases.release(sealed.number()).stage()).isEqualTo(ReleaseStage.SCHEDULED);
        assertThat(text()).contains("approved, to come", "9 March 2026");
    }

    @Test
    void it_is_rejected_in_words_which_its_maker_reads() {
        // given
        Release sealed = sealed();
        logIn(SECOND);
        open("redesign/" + sealed.number() + "?tab=approval");

        // when
        click("Reject...");
        _get(TextArea.class, spec -> spec.withLabel("Why")).setValue("Buyers are not reached, they are met.");
        click("Reject");

        // then
        assertThat(text()).contains("rejected");
        logIn(OWNER);
        open("redesign/" + sealed.number() + "?tab=history");
        assertThat(text()).contains(SECOND + " rejected it", "Buyers are not reached, they are met.");
    }

    @Test
    void whoever_has_a_hand_in_it_is_not_told_and_the_others_find_it_above_their_inbox_until_it_is_decided() {
        // given
        Release sealed = sealed();

        // when
        logIn(SECOND);
        open("inbox");

        // then
        assertThat(text()).contains("Release " + sealed.number() + " of the models awaits your approval.");
        logIn(OWNER);
        open("redesign");
        open("inbox");
        assertThat(text()).doesNotContain("awaits your approval");

        // and when
        approval.withdraw(sealed.number(), "Not yet");

        // then
        logIn(SECOND);
        open("redesign");
        open("inbox");
        assertThat(text()).doesNotContain("awaits your approval");
    }

    @Test
    void going_back_takes_a_reason_and_a_second_person() {
        // given
        int first = releases.current().release();
        Map<String, String> before = releases.current().definitions();
        Release sealed = sealed();
        cast.actingAs(SECOND);
        approval.approve(sealed.number(), sealed.contentHash(), null);
        logIn(OWNER);

        // when
        open("redesign/" + sealed.number() + "?tab=approval");
        click("Roll back to release " + first + "...");
        _get(TextArea.class, spec -> spec.withLabel("Why")).setValue("Reps did not understand it.");
        click("Ask for it");

        // then
        Release back = releases.all().get(0);
        assertThat(path()).isEqualTo("redesign/" + back.number());
        assertThat(text()).contains("Goes back to", "Release " + first, "nobody approves what they worked on");
        assertThat(releases.current().release()).isEqualTo(sealed.number());
        open("redesign/" + back.number() + "?tab=files");
        assertThat(text()).contains("as in release " + first).doesNotContain("as in release " + sealed.number());

        // and when
        logIn(SECOND);
        open("redesign/" + back.number() + "?tab=approval");
        click("Approve...");
        _get(Checkbox.class).setValue(true);
        click("Approve it");

        // then
        assertThat(releases.current().release()).isEqualTo(back.number());
        assertThat(releases.current().definitions()).isEqualTo(before);
    }

    @Test
    void a_release_that_is_not_there_is_said_to_be_missing() {
        open("redesign/4711");

        assertThat(text()).contains("4711");
        assertThat(_find(StageBadge.class)).isEmpty();
    }

    private DateTimePicker moment() {
        return _get(DateTimePicker.class);
    }

    private Release changed() {
        cast.actingAs(OWNER);
        Release candidate = upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.with(
                        ShippedFiles.FOLLOW_UP,
                        "id=\"Activity_MakeContact\" name=\"Make contact\"",
                        "id=\"Activity_MakeContact\" name=\"" + name + "\""));
        logIn(OWNER);
        return candidate;
    }

    private Release sealed() {
        Release candidate = changed();
        return approval.seal(candidate.number(), candidate.edition(), "Say what reps do");
    }

    private Release upload(String name, String text) {
        return candidates
                .upload(List.of(new UploadedFile(name, ShippedFiles.bytes(text))), Origin.BROWSER, null)
                .release();
    }

    private static void click(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static String text() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .get(0)
                .getElement()
                .getTextRecursively();
    }

    private static String textOf(Component part) {
        return part.getElement().getTextRecursively();
    }
}
