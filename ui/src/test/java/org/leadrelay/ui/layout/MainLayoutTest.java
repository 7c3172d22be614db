package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class MainLayoutTest extends ViewTest {

    @Autowired
    People people;

    @Test
    void whoever_is_not_logged_in_meets_the_login_view() {
        // when
        open("");

        // then
        assertThat(_find(LoginForm.class)).hasSize(1);
        assertThat(_find(MainLayout.class)).isEmpty();
    }

    @Test
    void somebody_without_a_role_is_told_why_there_is_nothing() {
        // given
        cast.person("newcomer");
        logIn("newcomer");

        // when
        open("");

        // then
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing is open to you yet");
        assertThat(_find(NavigationRail.class)).hasSize(1);
    }

    @Test
    void the_rail_marks_the_place_also_on_what_has_an_address_of_its_own() {
        // given
        cast.person("olga", Roles.PROCESS_OWNER);
        logIn("olga");

        for (String address : List.of("process", "redesign", "redesign/1")) {
            // when
            open(address);

            // then
            assertThat(_find(
                            _get(NavigationRail.class),
                            Anchor.class,
                            spec -> spec.withAttribute("aria-current", "page")))
                    .as(address)
                    .extracting(Anchor::getHref)
                    .containsExactly("process");
        }
    }

    @Test
    void a_password_that_somebody_else_chose_is_changed_before_anything_else() {
        // given
        cast.person("fresh", Roles.MARKETING);
        people.resetPassword("fresh", "chosen-by-somebody");
        logIn("fresh");

        // when
        open("");

        // then
        assertThat(_find(PasswordField.class)).hasSize(3);

        // when
        open("inbox");

        // then
        assertThat(_find(PasswordField.class)).hasSize(3);
        assertThat(_find(Anchor.class)).noneMatch(each -> each.getHref().equals("inbox"));
    }
}
