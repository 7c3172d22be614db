package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.Signature;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.FormDialog;

/** Confirmation dialog before a signature, with the choice of what becomes of running promises. */
final class SignDialog extends FormDialog {

    private final RadioButtonGroup<Boolean> recompute = new RadioButtonGroup<>();

    SignDialog(CharterDesk desk, CharterVersion version, Mandate mandate) {
        super("60em");
        setHeaderTitle(getTranslation("charter.sign.ask", Integer.toString(version.version())));
        form(new Paragraph(getTranslation(
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
        refusals().field("recompute", recompute);
        form(recompute, new RecountPanel(desk, version));
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
        saves(getTranslation("charter.sign"), () -> signing.accept(chosen()));
        open();
    }

    private boolean chosen() {
        Boolean chosen = recompute.getValue();
        if (chosen == null) {
            throw Invalid.field("recompute", getTranslation("charter.recompute.choose"));
        }
        return chosen;
    }
}
