package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.Signature;
import org.leadrelay.ui.component.FieldErrors;

/**
 * Asks before somebody signs, and what is to become of the promises that run: nobody signs without
 * having chosen, and every lead's promise is shown before and after.
 */
final class SignDialog extends Dialog {

    private final RadioButtonGroup<Boolean> recompute = new RadioButtonGroup<>();
    private final FieldErrors refusals = new FieldErrors().field("recompute", recompute);

    SignDialog(CharterDesk desk, CharterVersion version, Mandate mandate) {
        setHeaderTitle(getTranslation("charter.sign.ask", Integer.toString(version.version())));
        add(new Paragraph(getTranslation(
                "charter.sign.what",
                desk.words().mandate(mandate),
                version.contentHash().substring(0, 12))));
        recompute.setLabel(getTranslation("charter.recompute"));
        recompute.setItems(false, true);
        recompute.setItemLabelGenerator(
                each -> getTranslation(each ? "charter.recompute.yes" : "charter.recompute.no"));
        recompute.setHelperText(whoDecides(desk, version, mandate));
        recompute.setManualValidation(true);
        recompute.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        add(recompute, new RecountPanel(desk, version));
        setWidth("min(60em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    private String whoDecides(CharterDesk desk, CharterVersion version, Mandate mandate) {
        return version.signature(mandate.other())
                .map(each -> second(desk, each))
                .orElseGet(() -> getTranslation("charter.recompute.first"));
    }

    private String second(CharterDesk desk, Signature other) {
        return getTranslation(
                other.recompute() ? "charter.recompute.second.yes" : "charter.recompute.second.no",
                desk.words().person(other.person()));
    }

    /** Takes whether running promises are to be counted anew. */
    void ask(SerializableConsumer<Boolean> signing) {
        Button sign = new Button(getTranslation("charter.sign"), click -> sign(signing));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), sign);
        open();
    }

    private void sign(SerializableConsumer<Boolean> signing) {
        Boolean chosen = recompute.getValue();
        if (chosen == null) {
            recompute.setErrorMessage(getTranslation("charter.recompute.choose"));
            recompute.setInvalid(true);
        } else if (refusals.tried(() -> signing.accept(chosen))) {
            close();
        }
    }
}
