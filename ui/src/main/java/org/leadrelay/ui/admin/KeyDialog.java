package org.leadrelay.ui.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.ApiKeys.ApiKey;
import org.leadrelay.access.KeyScope;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of an API key: what it is for, and its scopes. */
final class KeyDialog extends FormDialog {

    /** Makes the key. */
    interface Making extends Serializable {
        void make(String name, @Nullable String origin, @Nullable String source, Set<KeyScope> scopes);
    }

    private final TextField name = new TextField();
    private final TextField origin = new TextField();
    private final TextField source = new TextField();
    private final CheckboxGroup<KeyScope> scopes = new CheckboxGroup<>();

    KeyDialog() {
        super("32em");
        name.setLabel(getTranslation("keys.name"));
        name.setHelperText(getTranslation("keys.name.what"));
        name.setRequiredIndicatorVisible(true);
        origin.setLabel(getTranslation("keys.origin"));
        origin.setHelperText(getTranslation("keys.origin.what"));
        source.setLabel(getTranslation("keys.source"));
        source.setHelperText(getTranslation("keys.source.what"));
        scopes.setLabel(getTranslation("keys.scopes"));
        scopes.setHelperText(getTranslation("keys.scopes.what"));
        scopes.setRequiredIndicatorVisible(true);
        scopes.setItems(KeyScope.values());
        scopes.setItemLabelGenerator(each -> getTranslation("keys.scope." + each.code() + ".what"));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        for (TextField each : new TextField[] {name, origin, source}) {
            each.setWidthFull();
        }
        refusals()
                .field("name", name)
                .field("origin", origin)
                .field("source", source)
                .field("scopes", scopes);
    }

    void ask(Making making) {
        setHeaderTitle(getTranslation("keys.add"));
        form(name, origin, source, scopes);
        scopes.setValue(Set.of(KeyScope.LEADS));
        saves(
                getTranslation("keys.make"),
                () -> making.make(
                        name.getValue(), given(origin.getValue()), given(source.getValue()), scopes.getValue()));
        open();
    }

    void change(ApiKey key, SerializableConsumer<Set<KeyScope>> opening) {
        setHeaderTitle(getTranslation("keys.scopes.of", key.name()));
        form(scopes);
        scopes.setValue(key.scopes());
        saves(getTranslation("common.save"), () -> opening.accept(scopes.getValue()));
        open();
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
