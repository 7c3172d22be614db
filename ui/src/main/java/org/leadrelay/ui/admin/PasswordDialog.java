package org.leadrelay.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog that sets a one-time password. */
final class PasswordDialog extends FormDialog {

    private final PasswordField password = new PasswordField();

    PasswordDialog(String name) {
        super("30em");
        setHeaderTitle(getTranslation("people.reset.of", name));
        password.setLabel(getTranslation("people.password"));
        password.setHelperText(getTranslation("people.password.what"));
        password.setWidthFull();
        Paragraph what = new Paragraph(getTranslation("people.reset.what"));
        what.addClassName("secondary");
        refusals().field("password", password);
        form(what, password);
    }

    void ask(SerializableConsumer<String> given) {
        saves(getTranslation("people.reset.do"), () -> given.accept(password.getValue()));
        open();
    }
}
