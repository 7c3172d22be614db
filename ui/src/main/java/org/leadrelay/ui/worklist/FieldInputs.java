package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.charter.Option;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.worklist.Form;

/** Factory of a form's input components, by type and constraints. */
final class FieldInputs {

    /** Up to here all choices are shown at once. */
    private static final int FEW = 5;

    /** Up to here they are shown where one has to be chosen: each has a digit. */
    private static final int DIGITS = 9;

    private static final int TYPED_AFTER_MILLIS = 400;

    /** The largest whole number that a browser's number field keeps exactly. */
    private static final double EXACT = 9_007_199_254_740_991d;

    private FieldInputs() {}

    static FieldInput of(Form.Field field, Locale locale) {
        return of(field, locale, field.options().size() <= (mustBeChosen(field) ? DIGITS : FEW));
    }

    /** In one line: its choices unfold. */
    static FieldInput compact(Form.Field field, Locale locale) {
        return of(field, locale, false);
    }

    private static FieldInput of(Form.Field field, Locale locale, boolean all) {
        FieldInput input = switch (field.type()) {
            case "enum" -> all ? radio(field) : list(field);
            case "boolean" -> yes(field);
            case "long" -> number(field);
            case "date" -> day(field, locale);
            default -> field.rows() > 1 ? area(field) : line(field);
        };
        input.value().setReadOnly(field.readonly());
        input.component().setId("field-" + field.id());
        if (field.defaultValue() != null) {
            input.write().accept(field.defaultValue());
        }
        return input;
    }

    static boolean mustBeChosen(Form.Field field) {
        return field.required() || field.requiredWhen() != null;
    }

    /** Numbered: the digits press them, those of the outcome from everywhere. */
    private static FieldInput radio(Form.Field field) {
        RadioButtonGroup<Option> group = new RadioButtonGroup<>(field.label());
        group.setItems(field.options());
        group.setItemLabelGenerator(Option::label);
        group.setManualValidation(true);
        group.addClassName("choices");
        if (field.id().equals(TaskForm.OUTCOME)) {
            group.addClassName("outcomes");
        } else if (field.options().size() > FEW) {
            group.addClassName("many-choices");
        }
        if (field.rows() > 1) {
            group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        }
        return new FieldInput(
                field,
                group,
                group,
                () -> group.getValue() == null ? null : group.getValue().value(),
                answer -> choice(field, answer).ifPresent(group::setValue));
    }

    private static FieldInput list(Form.Field field) {
        ComboBox<Option> box = new ComboBox<>(field.label());
        box.setItems(field.options());
        box.setItemLabelGenerator(Option::label);
        box.setClearButtonVisible(true);
        box.setManualValidation(true);
        box.setWidthFull();
        return new FieldInput(
                field,
                box,
                box,
                () -> box.getValue() == null ? null : box.getValue().value(),
                answer -> choice(field, answer).ifPresent(box::setValue));
    }

    private static FieldInput yes(Form.Field field) {
        Checkbox box = new Checkbox(field.label());
        box.setManualValidation(true);
        return new FieldInput(
                field, box, box, box::getValue, answer -> box.setValue(Boolean.parseBoolean(answer.toString())));
    }

    private static FieldInput number(Form.Field field) {
        NumberField box = new NumberField(field.label());
        box.setStep(1);
        box.setStepButtonsVisible(false);
        if (field.min() != null) {
            box.setMin(field.min());
        }
        if (field.max() != null) {
            box.setMax(field.max());
        }
        box.setManualValidation(true);
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(TYPED_AFTER_MILLIS);
        return new FieldInput(field, box, box, () -> whole(box.getValue()), answer -> {
            if (answer instanceof Number number) {
                box.setValue(number.doubleValue());
            }
        });
    }

    /** A broken number goes to the worklist as it is, which says what is wrong with it. */
    private static @org.jspecify.annotations.Nullable Object whole(@org.jspecify.annotations.Nullable Double value) {
        if (value == null) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) <= EXACT ? (Object) value.longValue() : value;
    }

    private static FieldInput day(Form.Field field, Locale locale) {
        DatePicker picker = new DatePicker(field.label());
        DayFields.speak(picker, locale);
        picker.setClearButtonVisible(true);
        picker.setManualValidation(true);
        return new FieldInput(
                field,
                picker,
                picker,
                () -> picker.getValue() == null ? null : picker.getValue().toString(),
                answer -> {
                    try {
                        picker.setValue(LocalDate.parse(answer.toString()));
                    } catch (DateTimeException e) {
                        picker.clear();
                    }
                });
    }

    private static FieldInput area(Form.Field field) {
        TextArea area = new TextArea(field.label());
        area.setMinRows(field.rows());
        area.setMaxRows(Math.max(field.rows(), 12));
        area.setWidthFull();
        area.setManualValidation(true);
        if (field.maxlength() != null) {
            area.setMaxLength(field.maxlength());
        }
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(TYPED_AFTER_MILLIS);
        return text(field, area, area);
    }

    private static FieldInput line(Form.Field field) {
        TextField line = new TextField(field.label());
        line.setWidthFull();
        line.setManualValidation(true);
        if (field.maxlength() != null) {
            line.setMaxLength(field.maxlength());
        }
        line.setValueChangeMode(ValueChangeMode.LAZY);
        line.setValueChangeTimeout(TYPED_AFTER_MILLIS);
        return text(field, line, line);
    }

    private static FieldInput text(
            Form.Field field, Component component, com.vaadin.flow.component.HasValue<?, String> value) {
        return new FieldInput(
                field,
                component,
                value,
                () -> value.getValue().isEmpty() ? null : value.getValue(),
                answer -> value.setValue(answer.toString()));
    }

    private static Optional<Option> choice(Form.Field field, Object answer) {
        return field.options().stream()
                .filter(option -> option.value().equals(answer))
                .findFirst();
    }
}
