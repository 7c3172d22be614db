package org.leadrelay.ui.charter;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.AgreedQuestion;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Metric;
import org.leadrelay.charter.Parties;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.charter.Rung;
import org.leadrelay.platform.Words;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every part of the charter's text is written in its page. */
@OwnDatabase
@Import(Parties.class)
class DraftingTest extends ViewTest {

    @Autowired
    Parties parties;

    @Autowired
    CharterVersions versions;

    @Autowired
    CalendarAdministration calendars;

    @Autowired
    Database database;

    private CharterContent before;

    @BeforeEach
    void aDraft() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        parties.arrive();
        before = parties.draft(said -> said).provisions();
        logIn(Parties.OWNER);
        open(CharterNavigation.CHARTER + "/2");
    }

    @AfterEach
    void backToTheFirstCharter() {
        database.firstCharter();
    }

    @Test
    void what_is_sales_ready_is_said_in_words_by_whom_and_by_tables() {
        // given
        click("Change what is sales-ready");
        last(TextField.class, "Name").setValue("Charter of spring");
        last(TextArea.class, "Ideal customer").setValue("Firms of 50 people and more.");
        choice("Who qualifies").setValue(Roles.SALES_MANAGER);

        // when
        _find(IntegerField.class).get(0).setValue(0);
        click("Save");

        // then
        assertThat(_find(IntegerField.class).get(0).getErrorMessage()).contains("from 1 to");
        assertThat(draft()).isEqualTo(before);

        // and when
        _find(IntegerField.class).get(0).setValue(2);
        click("Save");

        // then
        assertThat(draft())
                .isEqualTo(before.rewriting()
                        .name("Charter of spring")
                        .idealProfile("Firms of 50 people and more.")
                        .qualifies(Roles.SALES_MANAGER)
                        .tables(before.tables().stream()
                                .map(each -> each.equals(before.tables().get(0))
                                        ? new PinnedTable(each.decision(), 2)
                                        : each)
                                .toList())
                        .text());
        assertThat(text()).contains("Name: ", "becomes Charter of spring");
    }

    @Test
    void a_table_that_belongs_to_the_definition_is_not_left_out() {
        // given
        click("Change what is sales-ready");

        // when
        _click(labelled("Remove the line").get(0));
        click("Save");

        // then
        assertThat(told()).contains("belongs to the definition of sales-ready");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void questions_are_added_reworded_and_put_in_order() {
        // given
        List<AgreedQuestion> asked = before.questions();
        click("Change the questions");
        click("Add a question");
        last(TextField.class, "Form field").setValue("need");
        last(TextField.class, "In English").setValue("Who else decides?");

        // when
        click("Save");

        // then
        assertThat(last(TextField.class, "In German").getErrorMessage()).contains("Fill it in");

        // and when
        last(TextField.class, "In German").setValue("Wer entscheidet noch?");
        last(TextField.class, "Form field").setValue("deciders");
        _click(labelled("Move down").get(0));
        click("Save");

        // then
        assertThat(draft().questions())
                .hasSize(asked.size() + 1)
                .startsWith(asked.get(1), asked.get(0))
                .endsWith(new AgreedQuestion("deciders", new Words("Who else decides?", "Wer entscheidet noch?")));
        assertThat(text()).contains("No form has the field 'deciders'");
    }

    @Test
    void a_figure_has_its_value_its_owner_and_the_day_of_its_review() {
        // given
        click("Change the figures");
        BigDecimalField rate = last(BigDecimalField.class, "Close rate");
        assertThat(rate.getValue())
                .isEqualByComparingTo(
                        before.figure(Metric.CLOSE_RATE).orElseThrow().value().movePointRight(2));
        int line = List.of(Metric.values()).indexOf(Metric.CLOSE_RATE);
        assertThat(last(BigDecimalField.class, "Leads a month").getHelperText())
                .isEqualTo("The other figures ask for 100");

        // when
        rate.setValue(new BigDecimal("120"));
        _find(DatePicker.class).get(line).setValue(null);
        click("Save");

        // then
        assertThat(rate.getErrorMessage()).contains("at most 100 %");
        assertThat(_find(DatePicker.class).get(line).getErrorMessage()).contains("Choose the day");

        // and when
        rate.setValue(new BigDecimal("17.5"));
        owner(line).setValue(Parties.SALES_DEPUTY);
        _find(DatePicker.class).get(line).setValue(LocalDate.of(2031, 2, 3));
        last(TextField.class, "Currency").setValue("chf");
        click("Save");

        // then
        assertThat(draft().figure(Metric.CLOSE_RATE).orElseThrow()).satisfies(each -> {
            assertThat(each.value()).isEqualByComparingTo("0.175");
            assertThat(each.owner()).isEqualTo(Parties.SALES_DEPUTY);
            assertThat(each.review()).isEqualTo(LocalDate.of(2031, 2, 3));
        });
        assertThat(draft().currency()).isEqualTo("CHF");
        assertThat(draft().figures()).hasSameSizeAs(before.figures());
    }

    @Test
    void a_promise_moves_to_another_role_and_step() {
        // given
        Clause was = before.clause("answerHandOff").orElseThrow();
        click("Change Answer a hand-off");

        // when
        choice("Who").setValue(Roles.SALES_MANAGER);
        choice("Step of the models").setValue("Activity_Gone");
        click("Save");

        // then
        assertThat(draft().clause("answerHandOff"))
                .contains(new Clause(
                        was.name(),
                        was.words(),
                        Roles.SALES_MANAGER,
                        "Activity_Gone",
                        was.high(),
                        was.normal(),
                        was.low(),
                        was.reminderShare()));
        assertThat(text()).contains("nobody can keep");
    }

    @Test
    void a_promise_is_added_and_taken_out_and_one_that_the_models_count_stays() {
        // given
        click("Add a promise");
        last(TextField.class, "Name in the models").setValue("answerHandOff");
        choice("Who").setValue(Roles.MARKETING);
        choice("Step of the models").setValue("Activity_QualifyLead");
        last(TextField.class, "High priority").setValue("1:00");
        last(TextField.class, "Normal").setValue("2:00");
        last(TextField.class, "Low").setValue("2 d 4:00");

        // when
        click("Save");

        // then
        assertThat(last(TextField.class, "Name in the models").getErrorMessage())
                .contains("already");

        // and when
        last(TextField.class, "Name in the models").setValue("welcomeBuyer");
        click("Save");

        // then
        assertThat(last(TextField.class, "Called in German").getErrorMessage()).contains("missing");

        // and when
        last(TextField.class, "Called in English").setValue("Welcome the buyer");
        last(TextField.class, "Called in German").setValue("Käufer begrüßen");
        click("Save");

        // then
        assertThat(draft().clause("welcomeBuyer").orElseThrow().low()).isEqualTo(WorkAmount.parse("P2DT4H"));

        // and when
        click("Change Welcome the buyer");
        click("Take out");
        confirm();

        // then
        assertThat(draft()).isEqualTo(before);

        // and when
        click("Change Answer a hand-off");
        click("Take out");
        confirm();

        // then
        assertThat(told()).contains("Keep the clause");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void who_is_told_is_said_for_one_promise_and_for_every_other() {
        // given
        click("Change who is told: Give a verdict");
        click("Add somebody");
        choice("Who is told").setValue(Rung.HEADS);
        moment().setValue(Rung.Moment.AFTER);
        last(TextField.class, "Working time").setValue("soon");

        // when
        click("Save");

        // then
        assertThat(last(TextField.class, "Working time").getErrorMessage()).contains("1:30");

        // and when
        last(TextField.class, "Working time").setValue("1 d 4:00");
        click("Save");

        // then
        assertThat(ladder("giveVerdict"))
                .contains(new Rung("giveVerdict", Rung.Moment.AFTER, WorkAmount.parse("P1DT4H"), Rung.HEADS));
        assertThat(ladder(Rung.ANY))
                .isEqualTo(before.ladder().stream()
                        .filter(each -> each.clause().equals(Rung.ANY))
                        .toList());

        // and when
        click("Change who is told: Every other clause");
        click("Add somebody");
        click("Save");

        // then
        assertThat(choice("Who is told").getErrorMessage()).contains("nobody to be told");
    }

    @Test
    void a_reason_to_reject_says_what_usually_comes_next() {
        // given
        List<AgreedOption> reasons = before.lists().get("rejectionReasons");
        click("Change the list: Reasons to reject a lead");
        click("Add a line");
        last(TextField.class, "Code").setValue("tooSmall");
        last(TextField.class, "In English").setValue("Too small");
        last(TextField.class, "In German").setValue("Zu klein");

        // when
        click("Save");

        // then
        assertThat(choice("Usually next").getErrorMessage()).contains("default next step");

        // and when
        choice("Usually next").setValue("junk");
        click("Save");

        // then
        assertThat(draft().lists().get("rejectionReasons"))
                .hasSize(reasons.size() + 1)
                .endsWith(new AgreedOption("tooSmall", new Words("Too small", "Zu klein"), "junk"));
        assertThat(text()).contains("Too small: then no lead at all");
    }

    @Test
    void a_list_is_added_and_taken_out_and_one_that_forms_offer_stays() {
        // given
        click("Add a list");
        last(TextField.class, "Name in the models").setValue("greetings");
        last(TextField.class, "Called in English").setValue("Greetings");
        last(TextField.class, "Called in German").setValue("Grüße");
        last(TextField.class, "Code").setValue("hello");
        last(TextField.class, "In English").setValue("Hello");
        last(TextField.class, "In German").setValue("Hallo");

        // when
        click("Save");

        // then
        assertThat(draft().lists().get("greetings"))
                .containsExactly(new AgreedOption("hello", new Words("Hello", "Hallo"), null));

        // and when
        click("Change the list: Greetings");
        click("Take out");
        confirm();
        click("Change the list: Reasons to reject a lead");
        click("Take out");
        confirm();

        // then
        assertThat(told()).contains("Forms offer the list");
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void promises_are_counted_in_another_calendar() {
        // given
        String id = "branch-" + UUID.randomUUID().toString().substring(0, 8);
        calendars.save(
                id,
                new CalendarForm(
                        "Branch",
                        "Europe/Berlin",
                        Map.of("monday", List.of(new Range("09:00", "17:00"))),
                        null,
                        null,
                        null,
                        null));

        // when
        click("Change the calendar");
        choice("Calendar").setValue(id);
        click("Save");

        // then
        assertThat(draft()).isEqualTo(before.rewriting().calendar(id).text());
        assertThat(text()).contains("counted in the calendar \"Branch (" + id + ")\"");
    }

    private CharterContent draft() {
        return versions.draft().orElseThrow().provisions();
    }

    private List<Rung> ladder(String clause) {
        return draft().ladder().stream()
                .filter(each -> each.clause().equals(clause))
                .toList();
    }

    private static void click(String words) {
        List<Button> labelled = labelled(words);
        _click(labelled.isEmpty() ? _get(Button.class, spec -> spec.withText(words)) : labelled.get(0));
    }

    private static List<Button> labelled(String label) {
        return _find(
                Button.class,
                spec -> spec.withPredicate(
                        each -> each.getAriaLabel().orElse("").equals(label)));
    }

    private static void confirm() {
        _fireConfirm(_get(ConfirmDialog.class));
    }

    @SuppressWarnings("unchecked")
    private static Select<Rung.Moment> moment() {
        return last(Select.class, "When");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return last(ComboBox.class, label);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> owner(int line) {
        return all(ComboBox.class, "Answers for it").get(line);
    }

    /** The only one, or that of the last line. */
    private static <C extends Component> C last(Class<C> kind, String label) {
        List<C> all = all(kind, label);
        assertThat(all).as(label).isNotEmpty();
        return all.get(all.size() - 1);
    }

    private static <C extends Component> List<C> all(Class<C> kind, String label) {
        return _find(kind, spec -> spec.withLabel(label));
    }

    private static String text() {
        return _get(CharterView.class).getElement().getTextRecursively();
    }

    private static String told() {
        List<Notification> all = _find(Notification.class);
        return all.get(all.size() - 1).getElement().getTextRecursively();
    }
}
