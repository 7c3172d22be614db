package org.leadrelay.ui.notice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.notification.Channels;
import org.leadrelay.notification.MailPreference;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(JourneyDriver.class)
class NoticesViewTest extends ViewTest {

    @Autowired
    private Channels channels;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JourneyDriver driver;

    @Autowired
    private TaskCommands work;

    @Test
    void an_auditor_marks_own_notices_as_read_at_the_bell() {
        // given
        cast.person("bell-auditor", Roles.AUDITOR);
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@bell.example", "US");
        notices.tellPeople(List.of("bell-auditor"), "bell " + lead, lead, NoticeKind.OBJECTION);
        logIn("bell-auditor");
        open("notices");
        assertThat(notices.unread()).isEqualTo(1);

        // when
        _get(Popover.class).setOpened(true);
        _click(_find(Button.class, spec -> spec.withText("Mark all as read")).get(0));

        // then
        assertThat(notices.unread()).isZero();
    }

    @Test
    void a_notice_says_what_happened_about_whom_and_is_greyed_out_of_the_count_once_its_cause_is_gone() {
        // given
        cast.person("bell-rep", Roles.SALES_REP);
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@bell.example", "US");
        NoticeCause cause = NoticeCause.task(UUID.randomUUID().toString());
        notices.tellPeople(List.of("bell-rep"), "verdict " + lead, lead, NoticeKind.VERDICT, cause);
        logIn("bell-rep");
        open("notices");
        NoticeLine told = _get(NoticeLine.class);
        assertThat(told.getElement().getTextRecursively())
                .contains("A verdict was given")
                .contains("Grace")
                .contains("Unread");
        assertThat(told.hasClassName("unread")).isTrue();

        // when
        notices.resolve(cause);
        open("inbox");
        open("notices");

        // then
        NoticeLine done = _get(NoticeLine.class);
        assertThat(done.getElement().getTextRecursively()).contains("Done").doesNotContain("Unread");
        assertThat(done.hasClassName("resolved")).isTrue();
        assertThat(notices.unread()).isZero();
        assertThat(_get(Button.class, spec -> spec.withText("Mark all as read")).isEnabled())
                .isFalse();
    }

    @Test
    void a_notice_about_a_deadline_says_the_working_time_left_until_its_task_is_answered() {
        // given
        cast.person("bell-mary", Roles.MARKETING);
        UUID lead = driver.capture(Map.of(
                Field.EMAIL, UUID.randomUUID() + "@bell.example",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "14"));
        logIn("bell-mary");
        work.claim(driver.task(lead, "Activity_QualifyLead"));
        driver.fire(lead, "Event_QualifyReminder");
        logIn("bell-mary");

        // when
        open("notices");

        // then
        assertThat(when()).endsWith("left");

        // when
        driver.fire(lead, "Event_QualifyOverdue");
        driver.advance(Duration.ofHours(1));
        logIn("bell-mary");
        open("inbox");
        open("notices");

        // then
        assertThat(when()).endsWith("late");

        // when
        driver.answer(lead, "Activity_QualifyLead", "bell-mary", Map.of("outcome", "notYet", "need", "no"));
        logIn("bell-mary");
        open("inbox");
        open("notices");

        // then
        assertThat(when()).doesNotContain("left").doesNotContain("late");
    }

    private String when() {
        return _find(Span.class, spec -> spec.withClasses("notice-when")).get(0).getText();
    }

    @Test
    void the_list_says_when_there_is_nothing_and_shows_the_unread_ones_only_on_demand() {
        // given
        cast.person("bell-reader", Roles.AUDITOR);
        logIn("bell-reader");
        open("notices");
        assertThat(_get(NoticeList.class).getElement().getTextRecursively()).contains("No notices yet");
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@bell.example", "US");
        notices.tellPeople(List.of("bell-reader"), "bell " + lead, lead, NoticeKind.OBJECTION);
        notices.readAll();
        open("inbox");
        open("notices");
        assertThat(_find(NoticeLine.class)).hasSize(1);

        // when
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Unread only")), true);

        // then
        assertThat(_find(NoticeLine.class)).isEmpty();
        assertThat(_get(NoticeList.class).getElement().getTextRecursively()).contains("Nothing is unread");
    }

    @Test
    void a_click_reads_the_notice_and_goes_to_its_lead() {
        // given
        cast.person("bell-opener", Roles.MARKETING);
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@bell.example", "US");
        notices.tellPeople(List.of("bell-opener"), "bell " + lead, lead, NoticeKind.OBJECTION);
        logIn("bell-opener");
        open("notices");

        // when
        _click(_get(_get(NoticeLine.class), NativeButton.class));

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("lead/" + lead);
        assertThat(notices.unread()).isZero();
    }

    @Test
    void everyone_chooses_how_each_kind_reaches_them() {
        // given
        cast.person("chooser", Roles.SALES_REP);
        logIn("chooser");
        open("notices");
        assertThat(_find(Select.class)).hasSize(NoticeKind.values().length);

        // when
        Select<MailPreference> reminders = _get(of(Select.class), spec -> spec.withLabel("A promise is soon due"));
        _setValue(reminders, MailPreference.DIGEST);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(channels.mine().kinds().get(0).mail()).isEqualTo(MailPreference.DIGEST);
        assertThat(channels.mine().kinds().get(1).mail()).isEqualTo(MailPreference.NOW);
    }
}
