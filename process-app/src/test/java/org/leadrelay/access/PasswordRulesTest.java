package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.platform.Invalid;

class PasswordRulesTest {

    private static final PersonChange JOHANNA =
            new PersonChange("Johanna Weidenfeller", "joweid@example.com", "en", Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd1234",
                "passwordpassword",
                "123456789012",
                "qwertyuiop123",
                "qwertzuiop123",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "iloveyou1234",
                "Passwort123456",
                "Willkommen2026",
                "Sommer2026!!",
                "Johanna12345",
                "weidenfeller1",
                "administrator1"
            })
    void what_is_guessed_soon_is_refused(String password) {
        assertThat(objection(password)).contains("quickly guessed");
    }

    @ParameterizedTest
    @CsvSource({
        "LeadRelay-tomato-ladder, product",
        "tomato lead relay ladder, product",
        "j.weidenfeller-tomato, holds the login",
        "JWeidenfeller tomato 47, holds the login",
        "tomato-joweid-ladder, e-mail",
        "tomato-ladder, quickly guessed",
        "short, at least 12",
        "password, at least 12",
        "12345678, at least 12"
    })
    void a_password_that_holds_a_name_or_is_too_short_is_refused(String password, String why) {
        assertThat(objection(password)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery staple", "tomato-ladder-quiet", "vier Kamele trinken Tee", "k8#Vq2!zPw9x"
            })
    void several_words_or_a_dozen_of_random_characters_are_taken(String password) {
        assertThat(objection(password)).isEmpty();
    }

    @Test
    void what_bcrypt_would_cut_off_is_refused_by_its_bytes() {
        assertThat(objection("tomato-ladder-quiet-" + "ä".repeat(26))).isEmpty();
        assertThat(objection("tomato-ladder-quiet-" + "ä".repeat(27))).contains("72 bytes");
    }

    @Test
    void the_refusal_names_the_field_it_was_given() {
        assertThatThrownBy(() -> PasswordRules.check("newPassword", "hunter2", "jw", JOHANNA))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("newPassword: ");
    }

    private static String objection(String password) {
        return PasswordRules.objection(password, "j.weidenfeller", JOHANNA).orElse("");
    }
}
