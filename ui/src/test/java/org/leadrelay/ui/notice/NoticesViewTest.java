package org.leadrelay.ui.notice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.notification.Channels;
import org.leadrelay.notification.MailPreference;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticesViewTest extends ViewTest {

    @Autowired
    private Channels channels;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

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
        _click(_get(Button.class, spec -> spec.withText("Mark all as read")));

        // then
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
