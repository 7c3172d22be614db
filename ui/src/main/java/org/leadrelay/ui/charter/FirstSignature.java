package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;

/** Panel of the charter that came with the product: it binds already, and whoever heads a side puts their name under it. */
final class FirstSignature extends Section {

    private static final long serialVersionUID = 1L;

    FirstSignature(CharterDesk desk, CharterVersion first, CharterDesk.Shown shown) {
        addClassName("charter-draft");
        Div actions = new Div();
        actions.addClassName("form-end");
        for (Mandate mandate : desk.signOff().openInForce()) {
            String side = desk.words().mandate(mandate);
            Button sign = new Button(getTranslation("charter.sign.for", side), click -> {
                ConfirmDialog question = ConfirmDialogs.before(
                        getTranslation("charter.sign.ask", Integer.toString(first.version())),
                        getTranslation(
                                "charter.sign.what", side, first.contentHash().substring(0, 12)),
                        getTranslation("charter.sign"),
                        () -> {
                            shown.accept(desk.signOff().sign(first.version(), mandate, first.contentHash(), false));
                            Toasts.done(getTranslation("charter.sign.done"));
                        });
                question.setConfirmButtonTheme("primary");
            });
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(sign);
        }
        add(new Paragraph(getTranslation("charter.sign.first")), actions);
        setVisible(actions.getChildren().findAny().isPresent());
    }
}
