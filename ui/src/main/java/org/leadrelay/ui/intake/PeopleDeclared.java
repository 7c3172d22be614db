package org.leadrelay.ui.intake;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.lead.Declaration;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.Times;

/** Fields of what a file declares about its people as a whole: who they come from, and how they may be reached. */
final class PeopleDeclared extends FormLayout {

    private final TextField origin = new TextField();
    private final TextField source = new TextField();
    private final Checkbox mail = new Checkbox();
    private final Checkbox call = new Checkbox();
    private final BasisField basis = new BasisField();
    private final TextArea wording = new TextArea();

    private final DateTimePicker asOf = new DateTimePicker();
    private final Times times;

    PeopleDeclared(String fileName, Times times) {
        this.times = times;
        asOf.setLabel(getTranslation("declared.as-of"));
        asOf.setHelperText(getTranslation("declared.as-of.what", times.zone().getId()));
        asOf.setMax(times.now());
        asOf.setManualValidation(true);
        DayFields.speak(asOf, getLocale());
        origin.setLabel(getTranslation("declared.origin"));
        origin.setHelperText(getTranslation("declared.origin.what"));
        origin.setPlaceholder(fileName);
        source.setLabel(getTranslation("declared.source"));
        source.setHelperText(getTranslation("declared.source.what"));
        mail.setLabel(getTranslation("declared.mail"));
        call.setLabel(getTranslation("declared.call"));
        basis.setHelperText(getTranslation("declared.basis.what"));
        wording.setLabel(getTranslation("declared.wording"));
        wording.setHelperText(getTranslation("declared.wording.what"));
        wording.setMaxLength(5_000);
        mail.addValueChangeListener(event -> arrange());
        call.addValueChangeListener(event -> arrange());
        add(origin, source, asOf, mail, call, basis, wording);
        setColspan(asOf, 2);
        arrange();
    }

    private void arrange() {
        boolean asked = mail.getValue() || call.getValue();
        basis.setVisible(asked);
        wording.setVisible(asked);
    }

    void show(ImportMapping mapping) {
        Declaration declared = mapping.declaration();
        origin.setValue(text(mapping.origin()));
        source.setValue(text(mapping.source()));
        mail.setValue(declared != null && declared.mail());
        call.setValue(declared != null && declared.call());
        basis.setValue(declared == null ? null : declared.basis());
        wording.setValue(declared == null ? "" : text(declared.wording()));
        arrange();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    FieldErrors beside(FieldErrors refusals) {
        return refusals.field("origin", origin)
                .field("source", source)
                .field("asOf", asOf)
                .field("declaration.basis", basis);
    }

    /** Whether the basis is said where one is needed; marks the field when it is not. */
    boolean isComplete() {
        return basis.isComplete(declares());
    }

    private boolean declares() {
        return mail.getValue() || call.getValue();
    }

    @Nullable
    Declaration declaration() {
        return declares()
                ? new Declaration(mail.getValue(), call.getValue(), basis.given(), given(wording.getValue()))
                : null;
    }

    @Nullable
    String origin() {
        return given(origin.getValue());
    }

    @Nullable
    String source() {
        return given(source.getValue());
    }

    /** The moment at which the file was true; null where nobody says. */
    @Nullable
    Instant asOf() {
        LocalDateTime given = asOf.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
