package org.leadrelay.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Journey;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.BusinessCalendar;

/**
 * Validated answers of a form.
 *
 * @param notes texts by field id; they go to the lead's record
 * @param facts what routes, by field id: {@code String}, {@code Boolean}, {@code Long}, {@code
 *     java.util.Date}, and null for every field that was not answered; a read-only field is
 *     nobody's answer and left out, so that the journey keeps its value
 */
record Answers(Map<String, String> notes, Map<String, @Nullable Object> facts) {

    private static final Wording WORDING = Wording.of(Answers.class);

    /** The field whose choices are the task's own outcomes. */
    static final String OUTCOME = "outcome";

    /** The field whose answer is an amount, in the charter's currency. */
    static final String DEAL_VALUE = "dealValue";

    /** Whether this outcome wins a deal; its journey ends with it, and it can be taken back within the day. */
    static boolean isWin(@Nullable String outcome) {
        return Journey.WON.equals(outcome);
    }

    @Nullable
    Object outcome() {
        return facts.get(OUTCOME);
    }

    /**
     * Checks what was sent against the form. A field left out, null or an empty text is not
     * answered.
     *
     * @param calendar turns a day without a time into the instant at which work begins on it
     * @throws Invalid naming every field that is wrong, with the remedy
     */
    static Answers check(Form form, Map<String, ?> sent, BusinessCalendar calendar) {
        List<Invalid.Violation> wrong = new ArrayList<>();
        for (String name : sent.keySet()) {
            if (form.field(name).isEmpty()) {
                wrong.add(new Invalid.Violation(name, WORDING.text("unknown", name, known(form))));
            }
        }
        AnswerValues values = new AnswerValues(calendar);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Form.Field field : form.fields()) {
            Object answer = sent.get(field.id());
            if (answer == null || answer.equals("")) {
                continue;
            }
            try {
                answers.put(field.id(), values.of(field, answer));
            } catch (WrongAnswer e) {
                wrong.add(new Invalid.Violation(field.id(), e.words()));
            }
        }
        for (Form.Field field : form.fields()) {
            String message = missingOrNotAsked(field, answers, wrong);
            if (message != null) {
                wrong.add(new Invalid.Violation(field.id(), message));
            }
        }
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
        return sorted(form, answers);
    }

    private static @Nullable String missingOrNotAsked(
            Form.Field field, Map<String, Object> answers, List<Invalid.Violation> wrong) {
        if (wrong.stream().anyMatch(each -> each.field().equals(field.id()))) {
            return null;
        }
        boolean answered = answers.containsKey(field.id());
        FieldCondition visible = FieldCondition.of(field.visibleWhen());
        FieldCondition needed = FieldCondition.of(field.requiredWhen());
        if (answered && field.readonly()) {
            return WORDING.text("readonly", field.label());
        }
        if (visible != null && !visible.met(answers)) {
            return answered ? WORDING.text("notAsked", field.label(), field.visibleWhen()) : null;
        }
        boolean required = field.required() || (needed != null && needed.met(answers));
        if (answered || !required || field.readonly()) {
            return null;
        }
        return field.options().isEmpty()
                ? WORDING.text("required", field.label())
                : WORDING.text("choose", field.label(), AnswerValues.choices(field));
    }

    private static Answers sorted(Form form, Map<String, Object> answers) {
        Map<String, String> notes = new LinkedHashMap<>();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (Form.Field field : form.fields()) {
            Object answer = answers.get(field.id());
            if (!field.note()) {
                if (!field.readonly()) {
                    facts.put(field.id(), answer);
                }
            } else if (answer != null) {
                notes.put(field.id(), answer.toString());
            }
        }
        return new Answers(notes, facts);
    }

    private static String known(Form form) {
        return String.join(", ", form.fields().stream().map(Form.Field::id).toList());
    }
}
