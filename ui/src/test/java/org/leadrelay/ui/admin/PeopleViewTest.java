package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleViewTest extends ViewTest {

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String login = "new-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anAdministrator() {
        cast.person("boss", Roles.ADMINISTRATOR);
        cast.person("mary", Roles.MARKETING);
        logIn("boss");
        open(AdminNavigation.PEOPLE);
    }

    @Test
    void a_block_after_wrong_passwords_is_seen_and_lifted() {
        // given
        jdbc.sql("delete from login_attempt").update();
        jdbc.sql("""
            insert into login_attempt (kind, login, address, failures, since, last_at, blocked_until)
            values ('pair', 'mary', '203.0.113.7', 6, timestamptz '2026-03-02 09:00Z',
                    timestamptz '2026-03-02 09:00Z', timestamptz '2026-03-02 09:01Z')
            """).update();

        // when
        _click(_get(Button.class, spec -> spec.withText("Blocked logins")));

        // then
        assertThat(_get(BlocksDialog.class).getElement().getTextRecursively())
                .contains("mary from 203.0.113.7")
                .contains("6 wrong tries");

        // when
        _click(_get(Button.class, spec -> spec.withText("Lift")));

        // then
        assertThat(_get(BlocksDialog.class).getElement().getTextRecursively()).contains("Nothing is blocked now");
    }

    @Test
    void the_search_finds_people_by_name_and_login() {
        // when
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search people")), "MAR");

        // then
        assertThat(shown()).contains("mary").doesNotContain("boss");
    }

    @Test
    void a_new_person_is_added_with_a_role_and_must_choose_a_password() {
        // given
        fillIn(login, "long-enough-for-now");

        // when
        add();

        // then
        Person added = people.get(login);
        assertThat(added.roles()).containsExactly(Roles.SALES_REP);
        assertThat(added.mustChangePassword()).isTrue();
        assertThat(shown()).contains(login);
    }

    @Test
    void a_short_password_is_refused_at_its_field_and_nobody_is_added() {
        // given
        fillIn(login, "short");

        // when
        add();

        // then
        assertThat(_get(PasswordField.class).getErrorMessage()).contains("at least 12 characters");
        assertThat(people.find(login)).isEmpty();
        assertThat(_find(PersonDialog.class)).hasSize(1);
    }

    @Test
    void a_login_that_is_taken_is_told_and_the_dialog_stays_open() {
        // given
        fillIn("mary", "long-enough-for-now");

        // when
        add();

        // then
        assertThat(_find(PersonDialog.class)).hasSize(1);
        assertThat(NotificationsKt.getNotifications()).hasSize(1);
        assertThat(people.get("mary").roles()).containsExactly(Roles.MARKETING);
    }

    @Test
    void whoever_administers_nothing_does_not_get_here() {
        // given
        logIn("mary");

        // when
        open(AdminNavigation.PEOPLE);

        // then
        assertThat(_find(PeopleView.class)).isEmpty();
    }

    private void fillIn(String as, String password) {
        _click(_get(Button.class, spec -> spec.withText("Add a person")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Login")), as);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Somebody New");
        _setValue(_get(PasswordField.class), password);
        @SuppressWarnings("unchecked")
        CheckboxGroup<String> roles = _get(CheckboxGroup.class);
        roles.setValue(Set.of(Roles.SALES_REP));
    }

    /** The button of the dialog; the one that opened it says the same. */
    private static void add() {
        List<Button> both = _find(Button.class, spec -> spec.withText("Add a person"));
        _click(both.get(both.size() - 1));
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown() {
        Grid<Person> grid = _get(Grid.class);
        return GridKt._findAll(grid).stream().map(Person::login).toList();
    }
}
