package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.PersonTokens;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class TokensViewTest extends ViewTest {

    @Autowired
    PersonTokens tokens;

    private final String login = "olga-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aProcessOwner() {
        cast.person(login, Roles.PROCESS_OWNER);
        logIn(login);
    }

    @Test
    void a_token_is_named_made_and_shown_once() {
        // given
        open("tokens");
        _click(_get(Button.class, spec -> spec.withText("Make a token")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Modeler at home");

        // when
        _click(_find(Button.class, spec -> spec.withText("Make a token")).get(1));

        // then
        TextField secret = _get(TextField.class, spec -> spec.withLabel("Token"));
        assertThat(secret.getValue()).matches("lrp_[\\w-]{43}");
        assertThat(secret.isReadOnly()).isTrue();
        assertThat(_get(Pre.class).getText())
                .contains("/engine-rest\n", "Username: " + login, "Password: " + secret.getValue());
        _click(_get(Button.class, spec -> spec.withText("I have kept it")));
        assertThat(_find(TextField.class, spec -> spec.withLabel("Token"))).isEmpty();
        assertThat(_find(Span.class, spec -> spec.withText("Modeler at home"))).hasSize(1);
        assertThat(tokens.mine()).hasSize(1);
    }

    @Test
    void a_token_without_a_name_is_refused_at_the_field() {
        // given
        open("tokens");
        _click(_get(Button.class, spec -> spec.withText("Make a token")));

        // when
        _click(_find(Button.class, spec -> spec.withText("Make a token")).get(1));

        // then
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).isInvalid())
                .isTrue();
        assertThat(tokens.mine()).isEmpty();
    }

    @Test
    void a_token_is_revoked_after_a_question() {
        // given
        tokens.make("Old laptop", 30);
        open("tokens");

        // when
        _click(_get(Button.class, spec -> spec.withText("Revoke")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(tokens.mine()).isEmpty();
        assertThat(_find(Span.class, spec -> spec.withText("Old laptop"))).isEmpty();
    }
}
