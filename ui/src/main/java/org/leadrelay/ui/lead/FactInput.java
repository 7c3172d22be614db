package org.leadrelay.ui.lead;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LearnedOption;

/** Input of a fact's value: a choice among the lines of an agreed list, else a text. Empty removes the fact. */
class FactInput extends Div implements HasValidation {

    private static final long serialVersionUID = 1L;

    private final TextField text = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private boolean chosen;

    FactInput(String label) {
        setWidthFull();
        text.setLabel(label);
        text.setWidthFull();
        text.setManualValidation(true);
        text.setHelperText(getTranslation("facts.correct.hint"));
        choice.setLabel(label);
        choice.setWidthFull();
        choice.setManualValidation(true);
        choice.setClearButtonVisible(true);
        choice.setHelperText(getTranslation("facts.correct.hint"));
        add(text);
    }

    /**
     * @param choices the lines of the list; empty where anything may be written
     */
    void show(FactView fact, List<LearnedOption> choices) {
        chosen = !choices.isEmpty();
        removeAll();
        if (chosen) {
            choice.setItems(choices.stream().map(LearnedOption::key).toList());
            choice.setItemLabelGenerator(value -> choices.stream()
                    .filter(each -> each.key().equals(value))
                    .findFirst()
                    .map(each -> each.words().in(getLocale()))
                    .orElse(value));
            choice.setValue(choices.stream().anyMatch(each -> each.key().equals(fact.value())) ? fact.value() : null);
            add(choice);
        } else {
            text.setValue(fact.value());
            add(text);
        }
    }

    String value() {
        if (chosen) {
            return choice.getValue() == null ? "" : choice.getValue();
        }
        return text.getValue();
    }

    void focus() {
        if (shown() instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    void clear() {
        chosen = false;
        text.clear();
        removeAll();
        add(text);
    }

    private AbstractField<?, String> shown() {
        return chosen ? choice : text;
    }

    private HasValidation validated() {
        return chosen ? choice : text;
    }

    @Override
    public void setErrorMessage(String message) {
        validated().setErrorMessage(message);
    }

    @Override
    public String getErrorMessage() {
        return validated().getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        validated().setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return validated().isInvalid();
    }
}
