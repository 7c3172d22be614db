package org.leadrelay.ui.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.PersonSettings.PersonSetting;

/** View of the person's own settings. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    SettingsView(PersonSettings settings) {
        Checkbox names = new Checkbox(getTranslation("settings.names"));
        names.setHelperText(getTranslation("settings.names.why"));
        names.setValue(settings.mine().namesInTitles());
        Button save = new Button(getTranslation("settings.save"), click -> {
            settings.choose(new PersonSetting(names.getValue()));
            Notification.show(getTranslation("settings.saved"));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        addClassName("lr-message");
        Div form = new Div(names, save);
        form.addClassName("lr-form");
        add(new H1(getPageTitle()), form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title");
    }
}
