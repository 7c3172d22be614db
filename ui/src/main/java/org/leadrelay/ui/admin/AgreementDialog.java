package org.leadrelay.ui.admin;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import org.leadrelay.access.PermissionAgreements.Agreed;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FormDialog;

/** Asks for the agreement that a permission rests on: its words, and the day on which it was made. */
final class AgreementDialog extends FormDialog {

    private final TextArea words = new TextArea();
    private final DatePicker on = new DatePicker();

    /**
     * @param permission what it is called
     */
    AgreementDialog(String permission) {
        super("36em");
        setHeaderTitle(getTranslation("roles.agreement"));
        Paragraph what = new Paragraph(getTranslation("roles.agreement.what", permission));
        words.setLabel(getTranslation("roles.agreement.words"));
        words.setHelperText(getTranslation("roles.agreement.words.what"));
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        words.setId("agreement-words");
        on.setLabel(getTranslation("roles.agreement.on"));
        on.setRequiredIndicatorVisible(true);
        on.setId("agreement-on");
        DayFields.speak(on, getLocale());
        form(what, words, on);
        refusals().field("agreement", words).field("agreedOn", on);
    }

    void ask(SerializableConsumer<Agreed> saving) {
        saves(getTranslation("roles.agreement.next"), () -> {
            LocalDate day = on.getValue();
            if (words.getValue().isBlank()) {
                throw Invalid.field("agreement", getTranslation("roles.agreement.words.missing"));
            }
            if (day == null) {
                throw Invalid.field("agreedOn", getTranslation("roles.agreement.on.missing"));
            }
            saving.accept(new Agreed(words.getValue(), day));
        });
        open();
    }
}
