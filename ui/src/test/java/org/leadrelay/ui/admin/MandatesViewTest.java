package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@OwnDatabase
class MandatesViewTest extends ViewTest {

    @Autowired
    Mandates mandates;

    @Autowired
    People people;

    @BeforeEach
    void twoHeads() {
        cast.person("boss", Roles.ADMINISTRATOR);
        cast.person("helena", Roles.MARKETING);
        cast.person("henrik", Roles.SALES_MANAGER);
        cast.person("dirk", Roles.SALES_MANAGER);
        logIn("boss");
        mandates.give(Mandate.HEAD_OF_MARKETING, null, Set.of(), null);
        mandates.give(Mandate.HEAD_OF_SALES, "henrik", Set.of(), null);
        mandates.give(Mandate.HEAD_OF_MARKETING, "helena", Set.of(), null);
        open(AdminNavigation.MANDATES);
    }

    @Test
    void a_head_gets_a_deputy_and_the_page_says_who_named_them() {
        // when
        change("Change Head of sales");
        deputies().setValue(Set.of(people.get("dirk")));
        save();

        // then
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).deputies()).containsExactly("dirk");
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).holder()).isEqualTo("henrik");
        assertThat(card("Head of sales")).contains(people.displayName("henrik"), people.displayName("dirk"));
        assertThat(page())
                .contains(people.displayName("boss") + " named for Head of sales: " + people.displayName("henrik"));
    }

    @Test
    void one_person_does_not_head_both_sides() {
        // when
        change("Change Head of sales");
        holder().setValue(people.get("helena"));
        save();

        // then
        assertThat(told()).contains("helena");
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).holder()).isEqualTo("henrik");
    }

    @Test
    void a_side_is_left_without_a_head_only_after_asking_back() {
        // given
        change("Change Head of marketing");
        holder().setValue(null);

        // when
        save();

        // then
        assertThat(mandates.of(Mandate.HEAD_OF_MARKETING).holder()).isEqualTo("helena");

        // and when
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(mandates.of(Mandate.HEAD_OF_MARKETING).holder()).isNull();
        assertThat(card("Head of marketing")).contains("nobody");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        // given
        change("Change Head of sales");
        mandates.give(Mandate.HEAD_OF_SALES, "dirk", Set.of(), null);

        // when
        deputies().setValue(Set.of(people.get("helena")));
        save();

        // then
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).holder()).isEqualTo("dirk");
        assertThat(mandates.of(Mandate.HEAD_OF_SALES).deputies()).isEmpty();
        assertThat(_find(MandateDialog.class)).hasSize(1);
    }

    @Test
    void a_head_whose_access_has_ended_is_marked() {
        // given
        cast.person("hubert", Roles.SALES_MANAGER);
        logIn("boss");
        mandates.give(Mandate.HEAD_OF_SALES, "hubert", Set.of(), null);
        people.deactivate("hubert", null);

        // when
        open(AdminNavigation.PEOPLE);
        open(AdminNavigation.MANDATES);

        // then
        assertThat(card("Head of sales")).contains("cannot sign");
    }

    private static void change(String label) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        each -> each.getAriaLabel().orElse("").equals(label))));
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ComboBox<Person> holder() {
        return _get(ComboBox.class, spec -> spec.withLabel("Head"));
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Person> deputies() {
        return _get(MultiSelectComboBox.class);
    }

    private static String card(String title) {
        return _find(Section.class).stream()
                .map(each -> each.getElement().getTextRecursively())
                .filter(each -> each.startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static String page() {
        return _get(MandatesView.class).getElement().getTextRecursively();
    }

    private static String told() {
        List<Notification> all = _find(Notification.class);
        return all.get(all.size() - 1).getElement().getTextRecursively();
    }
}
