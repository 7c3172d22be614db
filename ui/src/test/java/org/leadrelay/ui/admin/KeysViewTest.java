package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.ApiKeys.ApiKey;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class KeysViewTest extends ViewTest {

    @Autowired
    ApiKeys keys;

    private final String name = "crm-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anAdministrator() {
        cast.person("boss", Roles.ADMINISTRATOR);
        logIn("boss");
    }

    @Test
    void a_new_keys_secret_is_shown_once_and_opens_the_door() {
        // given
        open(AdminNavigation.KEYS);
        _click(_get(Button.class, spec -> spec.withText("New API key")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);

        // when
        _click(_get(Button.class, spec -> spec.withText("Make the key")));

        // then
        String secret = _get(TextField.class, spec -> spec.withLabel("Key")).getValue();
        assertThat(keys.authenticate(secret)).isPresent();
        _click(_get(Button.class, spec -> spec.withText("I have kept it")));
        assertThat(_find(TextField.class, spec -> spec.withLabel("Key"))).isEmpty();
        assertThat(shown()).contains(name);
    }

    @Test
    void a_key_without_a_name_is_refused_at_the_field() {
        // given
        open(AdminNavigation.KEYS);
        _click(_get(Button.class, spec -> spec.withText("New API key")));

        // when
        _click(_get(Button.class, spec -> spec.withText("Make the key")));

        // then
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).isInvalid())
                .isTrue();
    }

    @Test
    void a_revoked_key_opens_nothing_and_leaves_the_list() {
        // given
        ApiKeys.NewApiKey made = keys.create(name, null, null, Set.of(KeyScope.LEADS));
        open(AdminNavigation.KEYS);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search keys")), name);

        // when
        _click((Button) GridKt._getCellComponent(grid(), 0, "actions"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(keys.authenticate(made.secret())).isEmpty();
        assertThat(_find(Grid.class)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_new_key_opens_what_was_chosen_and_cannot_open_nothing() {
        // given
        open(AdminNavigation.KEYS);
        _click(_get(Button.class, spec -> spec.withText("New API key")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        CheckboxGroup<KeyScope> scopes = _get(CheckboxGroup.class);

        // when
        scopes.setValue(Set.of());
        _click(_get(Button.class, spec -> spec.withText("Make the key")));

        // then
        assertThat(scopes.isInvalid()).isTrue();
        scopes.setValue(Set.of(KeyScope.SIGNALS));
        _click(_get(Button.class, spec -> spec.withText("Make the key")));
        assertThat(key().scopes()).containsExactly(KeyScope.SIGNALS);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_keys_scopes_stand_in_the_list_and_are_changed_there() {
        // given
        keys.create(name, null, null, Set.of(KeyScope.LEADS));
        open(AdminNavigation.KEYS);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search keys")), name);
        Button change = (Button) GridKt._getCellComponent(grid(), 0, "scopes");
        assertThat(change.getText()).isEqualTo("Leads");

        // when
        _click(change);
        CheckboxGroup<KeyScope> scopes = _get(CheckboxGroup.class);
        assertThat(scopes.getValue()).containsExactly(KeyScope.LEADS);
        scopes.setValue(Set.of(KeyScope.LEADS, KeyScope.CONSENTS));
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(key().scopes()).containsExactly(KeyScope.LEADS, KeyScope.CONSENTS);
        assertThat(((Button) GridKt._getCellComponent(grid(), 0, "scopes")).getText())
                .isEqualTo("Leads, Consents");
    }

    private ApiKey key() {
        return keys.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Grid<ApiKey> grid() {
        return _get(Grid.class);
    }

    private static List<String> shown() {
        return GridKt._findAll(grid()).stream().map(ApiKey::name).toList();
    }
}
