package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.Refusals;

/** Asks what a new key is for. */
final class KeyDialog extends Dialog {

    /** Makes the key. */
    interface Making extends Serializable {
        void make(String name, @Nullable String origin, @Nullable String source);
    }

    private final TextField name = new TextField();
    private final TextField origin = new TextField();
    private final TextField source = new TextField();
    private final Refusals refusals =
            new Refusals().field("name", name).field("origin", origin).field("source", source);

    KeyDialog() {
        setHeaderTitle(getTranslation("keys.add"));
        name.setLabel(getTranslation("keys.name"));
        name.setHelperText(getTranslation("keys.name.what"));
        name.setRequiredIndicatorVisible(true);
        origin.setLabel(getTranslation("keys.origin"));
        origin.setHelperText(getTranslation("keys.origin.what"));
        source.setLabel(getTranslation("keys.source"));
        source.setHelperText(getTranslation("keys.source.what"));
        for (TextField each : new TextField[] {name, origin, source}) {
            each.setWidthFull();
            add(each);
        }
        setWidth("min(32em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    void ask(Making making) {
        Button make =
                new Button(
                        getTranslation("keys.make"),
                        click -> {
                            if (refusals.tried(
                                    () ->
                                            making.make(
                                                    name.getValue(),
                                                    given(origin.getValue()),
                                                    given(source.getValue())))) {
                                close();
                            }
                        });
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), make);
        open();
        name.focus();
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
