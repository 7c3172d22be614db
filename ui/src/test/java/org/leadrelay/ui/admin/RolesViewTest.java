package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Database;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RolesViewTest extends ViewTest {

    @Autowired
    RolePermissions permissions;

    @Autowired
    PermissionAgreements agreements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final String role = "own-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anAdministratorLooks() {
        cast.person("boss", Roles.ADMINISTRATOR);
        cast.person("looker", Roles.AUDITOR);
        logIn("boss");
        permissions.save(new Roles.Role(role, "Own " + role, "Eigene " + role, "", RoleSide.NEITHER));
        open(AdminNavigation.ROLES);
    }

    @AfterEach
    void theRoleGoes() {
        cast.actingAsNobody();
        cast.person("guest");
        jdbc.sql("delete from role where name = ?").param(role).update();
        database.superuser().sql("delete from permission_change").update();
    }

    @Test
    void what_a_role_shall_allow_is_ticked_confirmed_and_stands_in_the_log() {
        // given
        cast.person("guest", role);
        logIn("boss");
        open(AdminNavigation.PEOPLE);
        open(AdminNavigation.ROLES);
        change("Own " + role);

        // when
        tick(Permission.SEE_EVERY_LEAD);
        save();

        // then nothing has happened yet
        assertThat(allowed()).containsExactlyInAnyOrder(Permission.WORK_TASKS, Permission.READ_PROCESS);
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                .contains("one person", "See every lead");

        // and when
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(allowed())
                .containsExactlyInAnyOrder(Permission.SEE_EVERY_LEAD, Permission.WORK_TASKS, Permission.READ_PROCESS);
        assertThat(_find(PermissionsDialog.class)).isEmpty();
        assertThat(page()).contains("changed Own " + role + ". Given: See every lead. Taken away: nothing");
    }

    @Test
    void names_of_people_on_the_boards_are_asked_for_their_agreement_first() {
        // given
        change("Own " + role);
        tick(Permission.BOARDS_PEOPLE);

        // when
        save();

        // then
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        AgreementDialog agreement = _get(AgreementDialog.class);
        Button next = _get(Button.class, spec -> spec.withText("Go on"));

        // and when nothing is said
        _click(next);

        // then
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        assertThat(_get(agreement, TextArea.class).isInvalid()).isTrue();

        // and when
        _get(agreement, TextArea.class).setValue("Works agreement 7");
        _get(agreement, DatePicker.class).setValue(LocalDate.of(2026, 2, 27));
        _click(next);
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(allowed()).contains(Permission.BOARDS_PEOPLE);
        assertThat(agreements.inForce(Permission.BOARDS_PEOPLE))
                .extracting(PermissionAgreements.Agreement::words)
                .containsExactly("Works agreement 7");
    }

    @Test
    void the_last_who_may_change_permissions_is_told_that_they_keep_it() {
        // given
        change("Administrator");

        // when
        untick(Permission.ADMINISTER_ROLES);
        save();
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(told()).contains("nobody could change permissions");
        assertThat(permissions.all())
                .filteredOn(each -> each.role().name().equals(Roles.ADMINISTRATOR))
                .allMatch(each -> each.permissions().contains(Permission.ADMINISTER_ROLES));
        assertThat(_find(PermissionsDialog.class)).hasSize(1);
    }

    @Test
    void a_role_is_added_with_words_in_both_languages_and_removed_again() {
        // given
        String second = role + "-2";
        try {
            // when
            _click(_get(Button.class, spec -> spec.withText("Add a role")));
            field("Name").setValue(second);
            field("What people call it, in English").setValue("Second");
            field("What people call it, in German").setValue("Zweite");
            save();
            // then
            assertThat(page()).contains("Second");
            // when
            change("Second");
            _click(_get(Button.class, spec -> spec.withText("Remove the role")));
            _fireConfirm(_get(ConfirmDialog.class));
            // then
            assertThat(permissions.all()).noneMatch(each -> each.role().name().equals(second));
            assertThat(page()).contains("removed " + second);
        } finally {
            jdbc.sql("delete from role where name = ?").param(second).update();
        }
    }

    @Test
    void a_role_that_the_product_names_cannot_be_removed_and_says_why() {
        // when
        change("Sales rep");

        // then
        assertThat(_get(Button.class, spec -> spec.withText("Remove the role")).isEnabled())
                .isFalse();
        assertThat(_get(PermissionsDialog.class).getElement().getTextRecursively())
                .contains("the product itself names");
    }

    @Test
    void an_auditor_reads_the_table_and_its_changes_and_changes_nothing() {
        // when
        logIn("looker");
        open(AdminNavigation.EXPORTS);
        open(AdminNavigation.ROLES);

        // then
        assertThat(page()).contains("See every lead", "added Own " + role);
        assertThat(_find(Button.class))
                .noneMatch(each -> each.getAriaLabel().orElse("").startsWith("Change "));
        assertThat(_find(Button.class, spec -> spec.withText("Add a role"))).isEmpty();
    }

    @Test
    void the_table_speaks_german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        open(AdminNavigation.PEOPLE);
        open(AdminNavigation.ROLES);
        assertThat(page()).contains("Alle Leads sehen", "Eigene " + role, "Vertriebsleitung");
    }

    private Set<Permission> allowed() {
        return permissions.all().stream()
                .filter(each -> each.role().name().equals(role))
                .findFirst()
                .orElseThrow()
                .permissions();
    }

    private static void change(String label) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        each -> each.getAriaLabel().orElse("").equals("Change " + label))));
    }

    private static void tick(Permission permission) {
        CheckboxGroup<Permission> area = area(permission);
        HashSet<Permission> value = new HashSet<>(area.getValue());
        value.add(permission);
        area.setValue(value);
    }

    private static void untick(Permission permission) {
        CheckboxGroup<Permission> area = area(permission);
        HashSet<Permission> value = new HashSet<>(area.getValue());
        value.remove(permission);
        area.setValue(value);
    }

    private static CheckboxGroup<Permission> area(Permission permission) {
        List<CheckboxGroup<Permission>> all = _find(of(CheckboxGroup.class));
        return all.stream()
                .filter(each -> each.getLabel().equals(permission.area().label(Locale.ENGLISH)))
                .findFirst()
                .orElseThrow();
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    private static String page() {
        return _get(RolesView.class).getElement().getTextRecursively();
    }

    private static String told() {
        return _find(Notification.class).stream()
                .map(each -> each.getElement().getTextRecursively()
                        + each.getChildren()
                                .map(child -> child.getElement().getTextRecursively())
                                .reduce("", String::concat))
                .reduce("", String::concat);
    }
}
