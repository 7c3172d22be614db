package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;

/** Panel of the charter that came with the product: it binds already, and whoever heads a side puts their name under it. */
final class FirstSignature extends Section {

    private static final long serialVersionUID = 1L;

    private final CharterDesk desk;
    private final CharterVersion first;
    private final CharterDesk.Shown shown;
    private final List<Mandate> unsigned;

    FirstSignature(CharterDesk desk, CharterVersion first, CharterDesk.Shown shown) {
        this.desk = desk;
        this.first = first;
        this.shown = shown;
        unsigned = desk.signOff().openInForce();
        addClassName("charter-draft");
        Div actions = new Div();
        actions.addClassName("form-end");
        for (Mandate mandate : unsigned) {
            Button sign = new Button(
                    getTranslation("charter.sign.for", desk.words().mandate(mandate)), click -> sign(mandate));
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(sign);
        }
        add(new Paragraph(getTranslation("charter.sign.first")), actions);
        setVisible(!unsigned.isEmpty());
    }

    /** Asks for the person's signature; nothing where the person has none to give. */
    Optional<Runnable> signature() {
        return unsigned.stream().findFirst().map(mandate -> () -> sign(mandate));
    }

    private void sign(Mandate mandate) {
        ConfirmDialog question = ConfirmDialogs.before(
                getTranslation("charter.sign.ask", Integer.toString(first.version())),
                getTranslation(
                        "charter.sign.what",
                        desk.words().mandate(mandate),
                        first.contentHash().substring(0, 12)),
                getTranslation("charter.sign"),
                () -> {
                    shown.accept(desk.signOff().sign(first.version(), mandate, first.contentHash(), false));
                    Toasts.done(getTranslation("charter.sign.done"));
                });
        question.setConfirmButtonTheme("primary");
    }
}
