package org.leadrelay.ui.charter;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.redesign.Owners;
import org.leadrelay.redesign.Release;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.AgreedTable;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;

@OwnDatabase
@Import({Parties.class, Owners.class})
class CharterViewTest extends ViewTest {

    @Autowired
    Parties parties;

    @Autowired
    SettableClock clock;

    @Autowired
    Owners owners;

    @Autowired
    CharterVersions versions;

    @Autowired
    CharterDrafts drafts;

    @Autowired
    Times times;

    @Autowired
    Database database;

    @BeforeEach
    void thePartiesAndAReader() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        parties.arrive();
        cast.person("rita", Roles.SALES_REP);
        logIn("rita");
    }

    @AfterEach
    void backToTheFirstCharter() {
        cast.actingAsNobody();
        database.firstRelease();
        database.firstCharter();
    }

    @Test
    void a_version_says_with_which_release_it_takes_effect_and_what_that_takes() {
        // given
        owners.arrive();
        Release sealed = owners.seal(
                Owners.shipped("lead-fit.dmn", xml -> xml.replaceFirst("</description>", ", mended</description>")));
        CharterVersion draft = versions.draft().orElseThrow();
        String release = "with release %d of the models".formatted(sealed.number());
        assertThat(read(draft)).contains(release + ", once both sides have signed and that is approved");

        // when
        cast.actingAs(Owners.PETRA);
        drafts.propose(draft.edition(), null);
        parties.sign(Parties.MARKETING, Mandate.HEAD_OF_MARKETING, draft.version(), false);
        parties.sign(Parties.SALES, Mandate.HEAD_OF_SALES, draft.version(), false);

        // then
        assertThat(read(draft))
                .contains("Both sides have signed. It takes effect " + release + ", once that is approved");

        // and when
        Instant moment = clock.instant().plus(Duration.ofDays(1));
        owners.approve(Owners.OLE, sealed, moment);

        // then
        assertThat(read(draft)).contains("takes effect in the same moment");
        clock.set(moment);
        assertThat(read(draft)).doesNotContain("takes effect in the same moment");
    }

    private String read(CharterVersion version) {
        cast.actingAsNobody();
        logIn("rita");
        open(CharterNavigation.CHARTER + "/" + version.version());
        return text();
    }

    @Test
    void a_rep_reads_what_is_promised() {
        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Answer a hand-off"))
                .contains("Answer hand-off", "2 working hours", "Sales rep", "after")
                .doesNotContain("Activity_AnswerHandOff");
        assertThat(row("Average deal")).contains("5,000 EUR", "Head of sales");
        assertThat(row("Reps tried in one lap")).isNotEmpty();
        assertThat(row("Version 1")).contains("in force");
        assertThat(text()).contains("Fit, agreed on in version 1", "Is there a need?");
        assertThat(_find(H3.class)).extracting(H3::getText).contains("Reasons to reject a lead");
        assertThat(text()).doesNotContain("⚠");
    }

    @Test
    void a_table_opens_as_it_was_agreed_on() {
        // when
        open(CharterNavigation.CHARTER);

        // then
        AgreedTable fit = _find(AgreedTable.class).stream()
                .filter(each -> each.getSummaryText().equals("Fit, agreed on in version 1"))
                .findFirst()
                .orElseThrow();
        assertThat(fit.getElement().getTextRecursively())
                .contains("The first rule that applies counts")
                .contains("Seniority", "Company size (people)", "Fit")
                .contains(">= 19", "any", "The source itself scores the profile as ideal.")
                .doesNotContain("\"A\"");
        assertThat(_find(fit, NativeTableRow.class)).hasSizeGreaterThan(10);
    }

    @Test
    void a_version_says_since_when_it_holds_who_proposed_it_what_it_changed_and_who_signed() {
        // given
        parties.agree(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null, false);
        logIn("rita");

        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(title())
                .contains("Version 2 is in force since ")
                .contains("Proposed by ")
                .contains("Changed of version 1: Answer a hand-off, ")
                .contains("becomes 45 ")
                .contains("Head of sales: ", "Head of marketing: ");
        assertThat(row("Version 2")).contains("becomes 45 ");

        // and when
        open(CharterNavigation.CHARTER + "/1");

        // then
        assertThat(title())
                .contains("Version 1 was in force from ", "It came with Lead Relay.")
                .contains("Head of sales: has not signed");
    }

    @Test
    void the_charter_that_came_with_the_product_is_signed_by_both_heads() {
        // given
        logIn(Parties.SALES);
        open("inbox");
        assertThat(_get(Anchor.class, spec -> spec.withId("inbox-signature")).getHref())
                .isEqualTo("charter/1");
        open(CharterNavigation.CHARTER);

        // when
        _click(button("Sign as Head of sales"));
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(title())
                .doesNotContain("Head of sales: has not signed")
                .contains("Head of marketing: has not signed");
        assertThat(_find(Button.class, spec -> spec.withText("Sign as Head of sales")))
                .isEmpty();

        // and when
        logIn(Parties.MARKETING);
        open("inbox");
        open(CharterNavigation.CHARTER);
        _click(button("Sign as Head of marketing"));
        _fireConfirm(_get(ConfirmDialog.class));

        // then it is as binding as before
        assertThat(title()).contains("Version 1 is in force since").doesNotContain("has not signed");
        open("inbox");
        assertThat(_find(Anchor.class, spec -> spec.withId("inbox-signature"))).isEmpty();
    }

    @Test
    void a_proposed_version_stands_above_the_inbox_of_the_heads_until_they_have_signed_it() {
        // given
        int version = parties.propose(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null)
                .version();

        // when
        logIn(Parties.MARKETING);
        open("inbox");

        // then
        Anchor line = _get(Anchor.class, spec -> spec.withId("inbox-signature"));
        assertThat(line.getHref()).isEqualTo("charter/" + version);
        assertThat(line.getElement().getTextRecursively())
                .contains("Version " + version + " of the charter awaits your signature.");

        // and when
        parties.sign(Parties.MARKETING, Mandate.HEAD_OF_MARKETING, version, false);
        logIn("rita");
        open(CharterNavigation.CHARTER);
        open("inbox");

        // then a rep has nothing to sign
        assertThat(_find(Anchor.class, spec -> spec.withId("inbox-signature"))).isEmpty();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private String title() {
        return _get(VersionTitle.class).getElement().getTextRecursively();
    }

    @Test
    void a_german_reader_reads_it_in_german() {
        // given
        UI.getCurrent().setLocale(Locale.GERMAN);
        LocaleContextHolder.setLocale(Locale.GERMAN);

        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Übergabe beantworten")).contains("2 Arbeitsstunden");
        assertThat(text()).contains("Gibt es einen Bedarf?", "Was vertriebsreif ist");
    }

    @Test
    void a_clause_on_a_step_that_no_model_has_is_marked_as_broken() {
        // given
        int version = parties.draft(said -> Editing.at(said, "answerHandOff", "Activity_Gone"))
                .version();
        logIn("rita");

        // when
        open(CharterNavigation.CHARTER + "/" + version);

        // then
        NativeTableRow broken = _get(NativeTableRow.class, spec -> spec.withClasses("charter-broken"));
        assertThat(broken.getElement().getTextRecursively()).contains("Activity_Gone", "nobody can keep");
    }

    @Test
    void the_versions_say_who_signed() {
        // given
        parties.agree(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null, false);
        logIn("rita");

        // when
        open(CharterNavigation.CHARTER);

        // then
        assertThat(row("Answer a hand-off")).contains("45 min");
        assertThat(row("Version 2")).contains("in force", "Head of sales: ", "Head of marketing: ");
        assertThat(row("Version 1")).contains("past");

        // and when
        open(CharterNavigation.CHARTER + "/1");

        // then
        assertThat(row("Answer a hand-off")).contains("2 working hours").doesNotContain("45 min");
    }

    @Test
    void a_process_owner_drafts_a_change_and_two_heads_sign_it() {
        // given
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER);

        // when
        click("Begin a draft");
        pencil("Change Answer a hand-off");
        field("Normal").setValue("1:30");
        field("Remind after").setValue("60");
        click("Save");

        // then
        assertThat(text())
                .contains("Answer a hand-off, normal priority: 2 working hours becomes 1 working hour 30 min")
                .contains("Answer a hand-off, reminder");
        assertThat(draft().clause("answerHandOff").orElseThrow().normal())
                .isEqualTo(WorkAmount.of(Duration.ofMinutes(90)));
        assertThat(draft().clause("answerHandOff").orElseThrow().reminderShare())
                .isEqualTo(0.6);

        // and when
        click("Propose");
        click("Put before both sides");
        sign(Parties.MARKETING, "Sign as Head of marketing", true);

        // then
        assertThat(versions.inForce().version()).isEqualTo(1);

        // and when
        sign(Parties.SALES_DEPUTY, "Sign as Head of sales", false);

        // then
        assertThat(versions.inForce().version()).isEqualTo(2);
        assertThat(versions.inForce().recompute()).isFalse();
        assertThat(row("Version 2")).contains("in force", "as deputy");
        assertThat(text())
                .contains("began it from version 1", "changed it", "put it before both sides")
                .contains("signed as Head of marketing", "signed as Head of sales");
    }

    @Test
    void nobody_signs_without_choosing_what_becomes_of_running_promises() {
        // given
        parties.propose(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null);
        openToSign(Parties.MARKETING, "Sign as Head of marketing");

        // when
        click("Sign");

        // then
        assertThat(running().getErrorMessage()).contains("Choose");
        assertThat(versions.version(2).signatures()).isEmpty();

        // and when
        running().setValue(false);
        click("Sign");

        // then the second signer reads what the first one chose, and decides
        assertThat(text()).contains("Head of sales: waits for");
        openToSign(Parties.SALES, "Sign as Head of sales");
        assertThat(running().getHelperText()).contains("keep their due times");
        running().setValue(true);
        click("Sign");
        assertThat(versions.inForce().version()).isEqualTo(2);
        assertThat(versions.inForce().recompute()).isTrue();
    }

    @Test
    void what_cannot_be_so_is_said_beside_its_field_and_nothing_is_stored() {
        // given
        CharterContent before = parties.draft(said -> said).provisions();
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER + "/2");

        // when
        pencil("Change Answer a hand-off");
        field("Normal").setValue("two hours");
        field("Low").setValue("0:00");
        field("Remind after").setValue("soon");
        click("Save");

        // then
        assertThat(field("Normal").getErrorMessage()).contains("1:30");
        assertThat(field("Remind after").getErrorMessage()).contains("Write a number");

        // and when
        field("Normal").setValue("2:00");
        field("Remind after").setValue("100");
        click("Save");

        // then
        assertThat(field("Normal").isInvalid()).isFalse();
        assertThat(field("Low").getErrorMessage()).contains("longer than nothing");
        assertThat(field("Remind after").getErrorMessage()).contains("less than 1");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void limits_are_changed_within_their_bounds() {
        // given
        parties.draft(said -> said);
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER + "/2");
        pencil("Change the limits");
        IntegerField tries = _get(IntegerField.class, spec -> spec.withLabel("Reps tried in one lap"));

        // when
        tries.setValue(0);
        click("Save");

        // then
        assertThat(tries.getErrorMessage()).contains("from 1 to 100");

        // and when
        tries.setValue(5);
        click("Save");

        // then
        assertThat(draft().limits().tries()).isEqualTo(5);
        assertThat(row("Reps tried in one lap")).endsWith("5");
    }

    @Test
    void a_moment_that_has_passed_is_refused_at_its_field() {
        // given
        parties.draft(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)));
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER + "/2");
        click("Propose");
        DateTimePicker from = _get(DateTimePicker.class);

        // when
        from.setValue(times.now().minusDays(1));
        click("Put before both sides");

        // then
        assertThat(from.getErrorMessage()).contains("has passed");
        assertThat(versions.version(2).stage()).isEqualTo(VersionStage.DRAFT);

        // and when
        from.setValue(times.now().plusDays(1));
        click("Put before both sides");

        // then
        assertThat(versions.version(2).stage()).isEqualTo(VersionStage.PROPOSED);
    }

    @Test
    void a_proposed_version_is_withdrawn_and_discarded_after_asking_back() {
        // given
        parties.propose(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null);
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER + "/2");

        // when
        click("Withdraw");
        assertThat(versions.version(2).stage()).isEqualTo(VersionStage.PROPOSED);
        confirm();

        // then
        assertThat(versions.version(2).stage()).isEqualTo(VersionStage.DRAFT);

        // and when
        click("Discard");
        confirm();

        // then
        assertThat(versions.version(2).stage()).isEqualTo(VersionStage.DISCARDED);
    }

    @Test
    void a_reader_finds_nothing_to_press_and_a_head_cannot_write() {
        // given
        parties.propose(said -> Editing.lasting(said, "answerHandOff", Duration.ofMinutes(45)), null);

        // when
        logIn("rita");
        open(CharterNavigation.CHARTER + "/2");

        // then
        assertThat(buttons()).isEmpty();

        // and when
        logIn(Parties.SALES);
        open(CharterNavigation.CHARTER);
        open(CharterNavigation.CHARTER + "/2");

        // then
        assertThat(buttons())
                .containsExactly("Sign as Head of sales", "Running promises, before and after", "Withdraw");
    }

    private CharterContent draft() {
        return versions.draft().orElseThrow().provisions();
    }

    private void sign(String login, String action, boolean recompute) {
        openToSign(login, action);
        running().setValue(recompute);
        click("Sign");
    }

    private void openToSign(String login, String action) {
        logIn(login);
        open(CharterNavigation.CHARTER);
        open(CharterNavigation.CHARTER + "/2");
        click(action);
    }

    private static RadioButtonGroup<Boolean> running() {
        return _get(of(RadioButtonGroup.class));
    }

    private static void confirm() {
        _fireConfirm(_get(ConfirmDialog.class));
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    private static void pencil(String label) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        each -> each.getAriaLabel().orElse("").equals(label))));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static List<String> buttons() {
        return _find(_get(CharterView.class), Button.class).stream()
                .map(Button::getText)
                .toList();
    }

    private static String text() {
        return _get(CharterView.class).getElement().getTextRecursively();
    }

    /** The texts of the one row whose first cell begins so. */
    private static String row(String beginning) {
        List<String> rows = _find(NativeTableRow.class).stream()
                .map(NativeTableRow::getElement)
                .map(Element::getTextRecursively)
                .filter(each -> each.startsWith(beginning))
                .toList();
        assertThat(rows).as(beginning).hasSize(1);
        return rows.get(0);
    }
}
