package org.leadrelay.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.testing.ViewTest;

class NewLeadViewTest extends ViewTest {

    @BeforeEach
    void openTheForm() {
        cast.person("mary", Roles.MARKETING);
        logIn("mary");
        open(IntakeNavigation.NEW_LEAD);
    }

    @Test
    void what_is_saved_is_opened() {
        // given
        _setValue(_get(TextField.class, spec -> spec.withLabel("First name")), "Ada");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Last name")), "Byron");
        _setValue(_get(EmailField.class), UUID.randomUUID() + "@firm.example");

        // when
        save();

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("Ada Byron");
    }

    @Test
    void what_cannot_be_taken_stands_at_its_field() {
        // given
        _setValue(_get(EmailField.class), "nobody at home");

        // when
        save();

        // then
        assertThat(_get(EmailField.class).getErrorMessage()).contains("not an e-mail address");
    }

    @Test
    void a_permission_needs_its_basis() {
        // given
        _setValue(_get(EmailField.class), UUID.randomUUID() + "@firm.example");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("They may be e-mailed")), true);

        // when
        save();

        // then
        assertThat(_get(BasisField.class).isInvalid()).isTrue();
        assertThat(_get(H1.class).getText()).isEqualTo("New lead");
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save lead")));
    }
}
