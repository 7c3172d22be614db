package org.leadrelay.ui.notice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.notification.Channels;
import org.leadrelay.notification.Mailing;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesViewTest extends ViewTest {

    @Autowired private Channels channels;

    @Test
    void everyone_chooses_how_each_kind_reaches_them() {
        // given
        cast.person("chooser", Roles.SALES_REP);
        logIn("chooser");
        open("notices");
        assertThat(_find(Select.class)).hasSize(NoticeKind.values().length);

        // when
        Select<Mailing> reminders =
                _get(of(Select.class), spec -> spec.withLabel("A promise is soon due"));
        _setValue(reminders, Mailing.DIGEST);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(channels.mine().kinds().get(0).mail()).isEqualTo(Mailing.DIGEST);
        assertThat(channels.mine().kinds().get(1).mail()).isEqualTo(Mailing.NOW);
    }
}
