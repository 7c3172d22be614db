package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.access.Teams;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class TeamsViewTest extends ViewTest {

    @Autowired
    People people;

    @Autowired
    Teams teams;

    private final String name = "Team " + UUID.randomUUID();

    @BeforeEach
    void anAdministrator() {
        cast.person("boss", Roles.ADMINISTRATOR);
        cast.person("ada", Roles.SALES_REP);
        logIn("boss");
        open(AdminNavigation.TEAMS);
        _click(_get(Button.class, spec -> spec.withText("Add a team")));
    }

    @Test
    void a_team_is_made_of_people() {
        // given
        _setValue(_get(TextField.class, spec -> spec.withLabel("Team")), name);
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<Person> members = _get(MultiSelectComboBox.class);
        members.setValue(Set.of(people.get("ada")));

        // when
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(teams.all())
                .filteredOn(each -> each.name().equals(name))
                .extracting(Teams.Team::members)
                .containsExactly(Set.of("ada"));
        assertThat(_find(TeamDialog.class)).isEmpty();
    }

    @Test
    void a_team_without_a_name_is_refused_at_the_field() {
        // when
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        TextField field = _get(TextField.class, spec -> spec.withLabel("Team"));
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isNotEmpty();
    }
}
