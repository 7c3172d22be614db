package org.leadrelay.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Boards that come by mail: ordered on their page, ended on one's own. */
class BoardMailViewTest extends BoardViewTest {

    @Test
    void a_board_is_subscribed_on_its_page_and_ended_on_ones_own() {
        // given
        jdbc.sql("update person set email = 'mara@us.example' where login = 'mara'")
                .update();
        forty();
        open("boards/reasons?source=Webinar");

        // when
        _click(_get(Button.class, spec -> spec.withId("board-mail")));
        _click(_get(Button.class, spec -> spec.withText("Send it")));
        open("boards/mail");

        // then
        assertThat(text(page())).contains("Reasons (filtered)", "Every Monday");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("boards/reasons?source=Webinar");

        // and when
        UUID id =
                jdbc.sql("select id from board_subscription").query(UUID.class).single();
        open("boards/mail?end=" + id);

        // then: the link alone ends nothing
        assertThat(jdbc.sql("select ended_at is null from board_subscription")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        // and when
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(text(page())).contains("No board comes to you by mail");
    }

    @Test
    void whoever_may_read_no_boards_any_more_reads_that_their_mails_wait() {
        // given
        jdbc.sql("insert into board_subscription (id, login, letter, board, query, rhythm, made_at, next_at) values"
                        + " (gen_random_uuid(), 'rita-the-rep', 'board', 'funnel', '', 'weekly', now(), now())")
                .update();

        logIn("rita-the-rep");

        // when
        open("boards/mail");

        // then
        assertThat(text(page()))
                .contains("You may read no boards at present: none of these mails is sent until you may again.")
                .contains("Every Monday");
    }
}
