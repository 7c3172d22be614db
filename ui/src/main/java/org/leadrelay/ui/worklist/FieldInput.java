package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.Form;

/**
 * Input component of a form's field.
 *
 * @param read the answer as the worklist takes it, null when there is none
 * @param write shows an answer that was kept as a draft; what does not fit the field is left out
 */
record FieldInput(
        Form.Field field,
        Component component,
        HasValue<?, ?> value,
        Supplier<@Nullable Object> read,
        Consumer<Object> write) {

    String id() {
        return field.id();
    }

    void error(@Nullable String message) {
        if (component instanceof HasValidation validated) {
            validated.setErrorMessage(message);
            validated.setInvalid(message != null);
        }
    }

    /** A group of radio buttons takes the focus at the one that is chosen. */
    void focus() {
        if (component instanceof RadioButtonGroup<?>) {
            component.getElement().executeJs("""
                setTimeout(() => (this.querySelector('vaadin-radio-button[checked] > input')
                    ?? this.querySelector('vaadin-radio-button > input'))?.focus())\
                """);
        } else if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Whether the person can answer it now. */
    boolean open() {
        return component.isVisible() && !value.isReadOnly();
    }
}
