package org.leadrelay.ui.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.intake.ImportQuestion;

/** Field of an open question about a file; what the file suggests is preselected. */
final class QuestionField extends RadioButtonGroup<ImportQuestion.Choice> {

    private final ImportQuestion question;

    QuestionField(ImportQuestion question, SerializableConsumer<QuestionField> answered) {
        this.question = question;
        addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        addClassName("question");
        setLabel(question.text());
        setItems(question.choices());
        setItemLabelGenerator(ImportQuestion.Choice::label);
        setRenderer(new ComponentRenderer<>(QuestionField::shown));
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        question.choices().stream()
                .filter(each -> each.value().equals(question.proposal()))
                .findFirst()
                .ifPresent(this::setValue);
        addValueChangeListener(event -> {
            setInvalid(false);
            answered.accept(this);
        });
    }

    private static Div shown(ImportQuestion.Choice choice) {
        Div shown = new Div(new Span(choice.label()));
        shown.addClassName("question-choice");
        for (List<String> row : choice.rows()) {
            Span cells = new Span(String.join(" · ", row));
            cells.addClassName("second-line");
            shown.add(cells);
        }
        return shown;
    }

    ImportQuestion question() {
        return question;
    }

    ImportQuestion.@Nullable Choice answer() {
        return getValue();
    }

    boolean asks(ImportQuestion other) {
        return question.code().equals(other.code())
                && (!other.code().equals(ImportQuestion.OPT_OUT) || Objects.equals(question.column(), other.column()));
    }

    void demand() {
        setErrorMessage(getTranslation("questions.missing"));
        setInvalid(true);
    }
}
