package org.leadrelay.ui.team;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class TeamViewTest extends ViewTest {

    @Autowired Reps reps;
    @Autowired Times times;

    @BeforeEach
    void aManagerAndTheReps() {
        cast.person("susan", Roles.SALES_MANAGER);
        cast.person("rita", Roles.SALES_REP);
        cast.person("rolf", Roles.SALES_REP);
        cast.team("Inbound of the manager", "susan", "rita", "rolf");
        logIn("susan");
        reps.setCapacity("rita", 10);
        reps.back("rita");
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");
    }

    @Test
    void the_search_shows_a_rep_with_load_and_presence() {
        // then
        assertThat(shown()).extracting(RepChoice::login).containsExactly("rita");
        assertThat(shown().get(0).capacity()).isEqualTo(10);
    }

    @Test
    void a_capacity_is_changed() {
        // given
        choose("Change capacity");

        // when
        _setValue(_get(IntegerField.class), 3);
        save();

        // then
        assertThat(rita().capacity()).isEqualTo(3);
        assertThat(shown().get(0).capacity()).isEqualTo(3);
    }

    @Test
    void an_impossible_capacity_is_refused_at_the_field() {
        // given
        choose("Change capacity");

        // when
        _get(IntegerField.class).setValue(-4);
        save();

        // then
        assertThat(_get(IntegerField.class).getErrorMessage()).contains("from 0 to");
        assertThat(rita().capacity()).isEqualTo(10);
    }

    @Test
    void an_absence_is_noted_and_an_end_before_its_beginning_refused() {
        // given
        LocalDateTime tomorrow = times.now().plusDays(1).withNano(0);
        choose("Mark as absent");
        picker("From").setValue(tomorrow);
        picker("Until").setValue(tomorrow.minusHours(5));

        // when
        markAbsent();

        // then
        assertThat(picker("Until").getErrorMessage()).contains("after the beginning");

        // and when
        picker("Until").setValue(tomorrow.plusDays(2));
        markAbsent();

        // then
        assertThat(rita().absences()).isNotEmpty();
        assertThat(rita().absent()).isFalse();
        rita().absences().forEach(each -> reps.cancel("rita", each.id()));
    }

    @Test
    void a_rep_manages_no_team() {
        // given
        logIn("rita");

        // when
        open(TeamNavigation.TEAM);

        // then
        assertThat(_find(TeamView.class)).isEmpty();
    }

    private void choose(String action) {
        MenuBar menu = (MenuBar) GridKt._getCellComponent(grid(), 0, "actions");
        MenuItem item =
                menu.getItems().get(0).getSubMenu().getItems().stream()
                        .filter(each -> each.getText().equals(action))
                        .findFirst()
                        .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    private static void markAbsent() {
        _click(_get(Button.class, spec -> spec.withText("Mark as absent")));
    }

    private static DateTimePicker picker(String label) {
        return _get(DateTimePicker.class, spec -> spec.withLabel(label));
    }

    private RepChoice rita() {
        return reps.all().stream()
                .filter(each -> each.login().equals("rita"))
                .findFirst()
                .orElseThrow();
    }

    private static Grid<RepChoice> grid() {
        return _get(
                TeamViewTest.<Grid<RepChoice>>of(Grid.class),
                spec -> spec.withPredicate(each -> each.getColumnByKey("actions") != null));
    }

    private static List<RepChoice> shown() {
        return GridKt._findAll(grid());
    }
}
