package org.leadrelay.ui.component;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.testing.ViewTest;

class FormDialogTest extends ViewTest {

    private final List<String> saved = new ArrayList<>();
    private Naming dialog;

    private final class Naming extends FormDialog {

        private final TextField name = new TextField();

        Naming() {
            super("20em");
            name.setValue("Acme");
            refusals().field("name", name);
            form(name);
            saves("Save", () -> {
                if (name.getValue().isBlank()) {
                    throw Invalid.field("name", "A name is missing.");
                }
                saved.add(name.getValue());
            });
        }
    }

    @BeforeEach
    void openTheDialog() {
        dialog = new Naming();
        dialog.open();
        browserAnswers();
    }

    @Test
    void what_is_saved_closes_the_dialog() {
        // given
        _setValue(dialog.name, "Granit");

        // when
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(saved).containsExactly("Granit");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void a_refusal_stands_beside_its_field_and_the_dialog_stays() {
        // given
        _setValue(dialog.name, " ");

        // when
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(dialog.name.getErrorMessage()).isEqualTo("A name is missing.");
        assertThat(dialog.name.isInvalid()).isTrue();
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void enter_saves_after_the_field_has_sent_its_value() {
        // when
        enter();

        // then
        assertThat(saved).isEmpty();

        // when
        dialog.name.setValue("Granit");
        browserAnswers();

        // then
        assertThat(saved).containsExactly("Granit");
    }

    @Test
    void enter_does_nothing_while_there_is_nothing_to_save() {
        // given
        dialog.setSaveEnabled(false);

        // when
        enter();
        browserAnswers();

        // then
        assertThat(saved).isEmpty();
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void escape_closes_where_nothing_was_entered() {
        // when
        escape();

        // then
        assertThat(dialog.isOpened()).isFalse();
        assertThat(_find(ConfirmDialog.class)).isEmpty();
    }

    @Test
    void escape_asks_first_where_something_was_entered() {
        // given
        _setValue(dialog.name, "Granit");

        // when
        escape();

        // then
        assertThat(dialog.isOpened()).isTrue();

        // when
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(dialog.isOpened()).isFalse();
        assertThat(saved).isEmpty();
    }

    private void enter() {
        JsonObject event = Json.createObject();
        event.put(FormDialog.ENTER_THAT_SAVES, true);
        _fireDomEvent(_get(dialog, Div.class), "keydown", event);
    }

    private void escape() {
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        browserAnswers();
    }

    /** Answers what waits for an answer; the focus is only told. */
    private static void browserAnswers() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(each -> each.getInvocation().getExpression().contains("activeElement"))
                .forEach(each -> each.complete(null));
    }
}
