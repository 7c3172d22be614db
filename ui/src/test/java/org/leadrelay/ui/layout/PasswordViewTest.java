package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.ui.testing.ViewTest;

class PasswordViewTest extends ViewTest {

    private final String login = "paula" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebody() {
        cast.person(login, Roles.MARKETING);
        logIn(login);
        open("password");
    }

    @ParameterizedTest
    @CsvSource({
        "password1234, quickly guessed",
        "lead-relay-ladder, product",
        "short, at least 12",
        "tomato-ladder-quiet-47, Very strong"
    })
    void the_meter_says_what_the_server_would_say(String password, String words) {
        // when
        _setValue(field("New password"), password);

        // then
        assertThat(_get(StrengthMeter.class).getElement().getTextRecursively()).contains(words);
        assertThat(_get(ProgressBar.class).getValue() > 1).isEqualTo(words.endsWith("strong"));
    }

    @Test
    void a_common_password_is_refused_beside_its_field_and_a_good_one_taken() {
        // when
        change(Cast.PASSWORD, "qwertyuiop123");

        // then
        assertThat(field("New password").getErrorMessage()).contains("quickly guessed");

        // when
        change(Cast.PASSWORD, "tomato-ladder-quiet");

        // then
        assertThat(_find(PasswordField.class)).isEmpty();
    }

    @Test
    void after_many_wrong_old_passwords_the_field_says_when_to_try_again() {
        // when
        for (int i = 0; i < 6; i++) {
            change("wrong-" + i, "tomato-ladder-quiet");
        }

        // then
        assertThat(field("Old password").getErrorMessage()).contains("Try again in 30 seconds");
    }

    private void change(String old, String chosen) {
        _setValue(field("Old password"), old);
        _setValue(field("New password"), chosen);
        _setValue(field("New password, again"), chosen);
        _click(_get(Button.class, spec -> spec.withText("Change password")));
    }

    private static PasswordField field(String label) {
        return _get(PasswordField.class, spec -> spec.withLabel(label));
    }
}
