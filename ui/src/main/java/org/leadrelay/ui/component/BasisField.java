package org.leadrelay.ui.component;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field of the legal basis on which somebody may be reached: one of the usual ones, or words of one's own. */
public final class BasisField extends ComboBox<String> {

    private static final List<String> USUAL = List.of("consent", "enquiry", "contract", "legitimate interest");

    public BasisField() {
        setLabel(getTranslation("declared.basis"));
        setItems(USUAL);
        setItemLabelGenerator(each -> USUAL.contains(each) ? getTranslation("basis." + each.replace(' ', '-')) : each);
        setAllowCustomValue(true);
        addCustomValueSetListener(event -> setValue(event.getDetail()));
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
    }

    /** The basis without space around it; empty when none is given. */
    public String given() {
        @Nullable String value = getValue();
        return value == null ? "" : value.strip();
    }

    /** Whether a basis is given; marks the field when it is needed and not. */
    public boolean isComplete(boolean needed) {
        boolean missing = needed && given().isEmpty();
        setInvalid(missing);
        setErrorMessage(missing ? getTranslation("declared.basis.missing") : null);
        return !missing;
    }
}
