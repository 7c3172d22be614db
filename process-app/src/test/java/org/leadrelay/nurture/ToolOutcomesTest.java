package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.mail.OutboxAdministration;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubjects;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens when a marketing tool does not take a touch: who is told, and until when. */
@ProductTest
@OwnDatabase
class ToolOutcomesTest extends ToolTouches {

    @Autowired
    OutboxAdministration outbox;

    @Autowired
    NoticeSubjects subjects;

    @Autowired
    ToolHealth health;

    @Test
    void a_redirect_is_not_followed_and_given_up_as_wrong_settings() {
        // given
        tool.redirectsElsewhere();
        touch();

        // when
        sender.send();

        // then
        assertThat(tool.elsewhere()).isEmpty();
        assertThat(row()).isEqualTo("failed toolRedirected");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolRedirected");
    }

    @Test
    void a_refusal_is_seen_and_sent_again_it_is_made_after_all() {
        // given
        tool.answers(401, 200);
        touch();

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("failed toolRefused");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolRefused");
        assertThat(toolLines()).containsExactly("notTaken");
        assertThat(notices()).as("marketing, and the two who keep the outbox").isEqualTo(3);
        assertThat(told("mara")).isEqualTo(lead.toString());
        assertThat(told("root")).isEqualTo("none");
        assertThat(sentence(Locale.ENGLISH))
                .isEqualTo("mailer: a touch was skipped in the last 24 hours, because the tool refused it");
        assertThat(sentence(Locale.GERMAN)).contains("eine Ansprache", "lehnte ab");
        assertThat(health.health().getDetails().toString()).contains("toolRefused");

        // when
        again();
        sender.send();

        // then
        assertThat(row()).isEqualTo("sent null");
        assertThat(lastTouch()).isEqualTo("sent MAIL null");
        assertThat(tool.calls())
                .extracting(ToolServer.Call::id)
                .containsOnly(tool.calls().get(0).id());
        assertThat(toolLines()).containsExactly("notTaken", "taken");
        assertThat(openNotices()).as("its cause is gone").isZero();
    }

    @Test
    void a_notice_stays_while_something_is_left_that_the_tool_did_not_take() {
        // given
        tool.answers(422, 200);
        touch();
        clock.advance(Duration.ofSeconds(1));
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");

        // when
        sender.send();

        // then
        assertThat(states()).containsExactlyInAnyOrder("failed 1", "sent 1");
        assertThat(openNotices()).isEqualTo(3);

        // when
        drop();

        // then
        assertThat(lastTouch()).isEqualTo("skipped MAIL byAdministrator");
        assertThat(toolLines()).containsExactly("notTaken", "notHanded");
    }

    @Test
    void many_failures_are_told_once_a_day() {
        // given
        tool.answers(400);
        for (int i = 0; i < 20; i++) {
            touches.send(lead(), "awareness", "external", "mailer/welcome-1");
        }

        // when
        sender.send();

        // then
        assertThat(states()).containsExactly("failed 20");
        assertThat(notices()).isEqualTo(3);
        assertThat(sentence(Locale.ENGLISH)).contains("20 touches were skipped");
    }

    @Test
    void a_tool_that_nobody_configured_is_told_at_once() {
        // given
        touches.send(lead, "awareness", "external", "nobody/welcome-1");

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("failed toolUnknown");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolUnknown");
        assertThat(notices()).isEqualTo(3);
    }

    @Test
    void after_a_day_without_an_answer_it_is_given_up_with_all_that_waited_as_long() {
        // given
        tool.answers(503);
        touch();
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");

        // when
        for (int i = 0; i < 30; i++) {
            sender.send();
            clock.advance(Duration.ofHours(1));
        }

        // then
        assertThat(states()).containsExactly("failed 2");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolDown");
        assertThat(toolLines()).containsExactly("notTaken");
        assertThat(tool.calls().size()).isBetween(20, 30);
    }

    @Test
    void sent_again_it_is_tried_for_another_day() {
        // given
        tool.answers(503);
        touch();
        for (int i = 0; i < 30; i++) {
            sender.send();
            clock.advance(Duration.ofHours(1));
        }
        again();

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("waiting toolDown");
    }

    @Test
    void a_second_failure_on_the_same_day_is_told_again_once_the_first_is_settled() {
        // given
        tool.answers(400, 200, 400);
        touch();
        sender.send();
        again();
        sender.send();
        assertThat(openNotices()).isZero();

        // when
        clock.advance(Duration.ofMinutes(1));
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");
        sender.send();

        // then
        assertThat(openNotices()).isEqualTo(3);
        assertThat(notices()).isEqualTo(6);
    }

    @Test
    void when_the_last_failed_touch_is_dropped_the_notice_is_settled() {
        // given
        tool.answers(422);
        touch();
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");
        sender.send();

        // when
        drop();

        // then
        assertThat(openNotices()).as("one is left").isEqualTo(3);

        // when
        drop();

        // then
        assertThat(openNotices()).isZero();
    }

    @Test
    void a_failed_touch_that_is_not_permitted_any_more_when_sent_again_leaves_no_notice() {
        // given
        tool.answers(422);
        touch();
        sender.send();
        leads.objects(lead);

        // when
        again();
        sender.send();

        // then
        assertThat(row()).isEqualTo("dropped mailNotPermitted");
        assertThat(openNotices()).isZero();
    }

    private void again() {
        cast.actingAs("root");
        outbox.again(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();
    }

    private void drop() {
        cast.actingAs("root");
        outbox.drop(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();
    }

    private String told(String login) {
        return jdbc.sql("select coalesce(lead_id::text, 'none') from notice where recipient = ? and kind ="
                        + " 'toolFailed'")
                .param(login)
                .query(String.class)
                .single();
    }

    private String sentence(Locale locale) {
        return subjects.of(NoticeCause.tool("mailer").key(), locale)
                .orElseThrow()
                .sentence();
    }
}
