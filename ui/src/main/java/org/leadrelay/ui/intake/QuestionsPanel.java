package org.leadrelay.ui.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.intake.ImportQuestion;

/** Panel of the open questions about a file; an answered one stays, so that the answer can be changed. */
final class QuestionsPanel extends Div {

    private final SerializableConsumer<QuestionField> answered;
    private final Div unanswerable = new Div();
    private final List<QuestionField> fields = new ArrayList<>();
    private final List<QuestionField> proposed = new ArrayList<>();
    private List<ImportQuestion> open = List.of();

    QuestionsPanel(SerializableConsumer<QuestionField> answered) {
        this.answered = answered;
        addClassName("questions");
        setVisible(false);
    }

    /** Forgets what was asked and answered, because the columns are others now. */
    void clear() {
        fields.clear();
        proposed.clear();
        removeAll();
    }

    /** In another encoding the columns may have other names, and be asked about anew. */
    void keepEncoding() {
        List<QuestionField> others = fields.stream()
                .filter(each -> !each.question().code().equals(ImportQuestion.ENCODING))
                .toList();
        others.forEach(this::remove);
        fields.removeAll(others);
        proposed.removeAll(others);
    }

    /** Shows what is open now beside what was answered before. */
    void show(List<ImportQuestion> nowOpen) {
        open = nowOpen;
        if (getComponentCount() == 0) {
            add(new H2(getTranslation("questions.title")), unanswerable);
        }
        unanswerable.removeAll();
        for (ImportQuestion each : nowOpen) {
            if (each.choices().isEmpty()) {
                Paragraph text = new Paragraph(each.text());
                text.addClassName("refusal");
                unanswerable.add(text);
            } else if (fields.stream().noneMatch(field -> field.asks(each))) {
                QuestionField field = new QuestionField(each, answered);
                fields.add(field);
                add(field);
                if (field.answer() != null) {
                    proposed.add(field);
                }
            }
        }
        setVisible(!fields.isEmpty() || !nowOpen.isEmpty());
    }

    /** Those whose proposal is chosen and has not been acted on yet; each is given once. */
    List<QuestionField> takeProposed() {
        List<QuestionField> taken = List.copyOf(proposed);
        proposed.clear();
        return taken;
    }

    int open() {
        return open.size();
    }

    /** Marks what has no answer yet, and goes to the first of it. */
    void demandAnswers() {
        List<QuestionField> missing = fields.stream()
                .filter(field -> open.stream().anyMatch(field::asks))
                .toList();
        missing.forEach(QuestionField::demand);
        if (!missing.isEmpty()) {
            missing.get(0).getElement().callJsFunction("focus");
        }
    }

    /** What was answered about the file as a whole; columns are matched in their own list. */
    ImportMapping answers() {
        String encoding = null;
        String decimal = null;
        String dateOrder = null;
        for (QuestionField each : fields) {
            ImportQuestion.Choice answer = each.answer();
            String value = answer == null ? null : answer.value();
            switch (each.question().code()) {
                case ImportQuestion.ENCODING -> encoding = value;
                case ImportQuestion.DECIMAL -> decimal = value;
                case ImportQuestion.DATE_ORDER -> dateOrder = value;
                default -> {}
            }
        }
        return new ImportMapping(List.of(), null, null, null, encoding, decimal, dateOrder);
    }
}
