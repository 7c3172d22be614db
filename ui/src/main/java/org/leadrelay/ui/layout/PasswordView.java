package org.leadrelay.ui.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import org.leadrelay.access.Passwords;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.TooManyRequests;

/** View to change one's own password. */
@Route("password")
@PermitAll
class PasswordView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Passwords passwords;
    private final PasswordField old = new PasswordField();
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final StrengthMeter meter = new StrengthMeter();

    PasswordView(Passwords passwords) {
        this.passwords = passwords;
        old.setLabel(getTranslation("password.old"));
        first.setLabel(getTranslation("password.new"));
        first.setHelperText(getTranslation("password.rule"));
        first.setValueChangeMode(ValueChangeMode.LAZY);
        first.addValueChangeListener(event -> meter.show(event.getValue(), passwords::strength));
        second.setLabel(getTranslation("password.again"));
        Button change = new Button(getTranslation("password.change"), event -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        addClassName("lr-message");
        Div form = new Div(old, first, meter, second, change);
        form.addClassName("lr-form");
        add(new H1(getPageTitle()), new Paragraph(getTranslation("password.why")), form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.title");
    }

    private void change() {
        clear();
        if (!first.getValue().equals(second.getValue())) {
            wrong(second, getTranslation("password.differ"));
            return;
        }
        try {
            passwords.change(old.getValue(), first.getValue());
            freshSessionId();
            Notification.show(getTranslation("password.changed"));
            getUI().ifPresent(ui -> ui.navigate(""));
        } catch (Invalid invalid) {
            PasswordField field = "oldPassword".equals(invalid.properties().get("field")) ? old : first;
            wrong(field, invalid.violations().get(0).message());
        } catch (TooManyRequests tooMany) {
            wrong(old, tooMany.words());
        }
    }

    /** Whoever knew the old password may know the old id too. */
    private static void freshSessionId() {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request != null && request.getHttpServletRequest().getSession(false) != null) {
            request.getHttpServletRequest().changeSessionId();
        }
    }

    private void clear() {
        old.setInvalid(false);
        first.setInvalid(false);
        second.setInvalid(false);
    }

    private static void wrong(PasswordField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
