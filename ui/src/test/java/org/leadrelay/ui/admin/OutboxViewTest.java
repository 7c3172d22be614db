package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.Outbox;
import org.leadrelay.mail.OutboxMail;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxViewTest extends ViewTest {

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_mail_that_the_server_refused() {
        jdbc.sql("delete from mail_outbox").update();
        outbox.toLead("one", new LeadRows(jdbc).reachable("grace@navy.example", "US"), "awareness-1");
        jdbc.sql("""
            update mail_outbox set state = 'failed', reason = 'refused', tries = 3,
                error = 'MailSendException: SMTPAddressFailedException'
            """).update();
        cast.person("root", Roles.ADMINISTRATOR);
        cast.person("mara", Roles.MARKETING);
        logIn("root");
        open(AdminNavigation.OUTBOX);
    }

    @AfterEach
    void leave_the_outbox_empty() {
        jdbc.sql("delete from mail_outbox").update();
    }

    @Test
    void a_failed_mail_says_why_and_is_tried_again() {
        // given
        show("failed");
        Component why = GridKt._getCellComponent(grid(), 0, "why");
        assertThat(why.getElement().getTextRecursively())
                .contains("refused the address for good", "SMTPAddressFailedException");

        // when
        choose("Try again now");

        // then
        assertThat(state()).isEqualTo("waiting");
        assertThat(_find(Grid.class)).isEmpty();
    }

    @Test
    void what_failed_is_shown_first_and_the_choice_stays_while_the_counts_change() {
        // given
        assertThat(shown()).isEqualTo("failed");

        // when
        choose("Try again now");

        // then
        assertThat(shown()).isEqualTo("failed");
    }

    @Test
    void what_a_marketing_tool_did_not_take_says_which_tool_and_why_and_is_sent_again() {
        // given
        jdbc.sql("delete from mail_outbox").update();
        outbox.toTool("two", new LeadRows(jdbc).reachable("ada@rechner.example", "DE"), "mailer", "welcome-2");
        jdbc.sql("update mail_outbox set state = 'failed', reason = 'toolRefused', error = 'HTTP 401'")
                .update();
        show("waiting");
        show("failed");

        // then
        assertThat(GridKt._getCellComponent(grid(), 0, "mail").getElement().getTextRecursively())
                .contains("for the tool mailer: welcome-2");
        assertThat(GridKt._getCellComponent(grid(), 0, "why").getElement().getTextRecursively())
                .contains("the marketing tool refused it", "HTTP 401");

        // when
        choose("Try again now");

        // then
        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void a_mail_is_dropped_only_when_the_question_is_answered() {
        // given
        show("failed");

        // when
        choose("Drop");

        // then
        assertThat(state()).isEqualTo("failed");
        ConfirmDialog question = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(question, new ConfirmDialog.ConfirmEvent(question, false));
        assertThat(state()).isEqualTo("dropped");
    }

    @Test
    void where_no_mail_server_is_set_up_the_page_says_so() {
        // then
        assertThat(_get(OutboxView.class).getElement().getTextRecursively()).contains("No mail server is set up");
    }

    @Test
    void only_an_administrator_sees_the_outbox() {
        // given
        logIn("mara");

        // when
        open(AdminNavigation.OUTBOX);

        // then
        assertThat(_find(OutboxView.class)).isEmpty();
    }

    private void show(String state) {
        states().setValue(state);
    }

    private String shown() {
        return states().getValue();
    }

    private static Select<String> states() {
        return _get(OutboxViewTest.<Select<String>>of(Select.class), spec -> {});
    }

    private void choose(String action) {
        MenuBar menu = (MenuBar) GridKt._getCellComponent(grid(), 0, "actions");
        MenuItem item = menu.getItems().get(0).getSubMenu().getItems().stream()
                .filter(each -> each.getText().equals(action))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private String state() {
        return jdbc.sql("select state from mail_outbox").query(String.class).single();
    }

    private static Grid<OutboxMail> grid() {
        return _get(OutboxViewTest.<Grid<OutboxMail>>of(Grid.class), spec -> {});
    }
}
