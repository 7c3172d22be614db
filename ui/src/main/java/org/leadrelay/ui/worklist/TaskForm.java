package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Journey;
import org.leadrelay.platform.Invalid;
import org.leadrelay.worklist.Form;

/** Dynamic form of a task: the fields that the model declares, shown as the answers so far make it ask. */
class TaskForm extends Div {

    private static final long serialVersionUID = 1L;

    static final String OUTCOME = "outcome";

    private final List<FieldInput> inputs;
    private final @Nullable LearnedFields learned;
    private boolean closed;

    /**
     * @param draft what was filled in before
     * @param changed called whenever the person changed an answer
     */
    TaskForm(Form form, Map<String, Object> draft, Locale locale, Runnable changed) {
        addClassName("task-form");
        List<Form.Field> grouped = grouped(form);
        inputs = form.fields().stream()
                .map(field ->
                        grouped.contains(field) ? FieldInputs.compact(field, locale) : FieldInputs.of(field, locale))
                .toList();
        for (FieldInput input : inputs) {
            Object kept = draft.get(input.id());
            if (kept != null) {
                input.write().accept(kept);
            }
        }
        learned = grouped.isEmpty()
                ? null
                : new LearnedFields(inputs.stream()
                        .filter(input -> grouped.contains(input.field()))
                        .toList());
        for (FieldInput input : inputs) {
            if (learned == null || !grouped.contains(input.field())) {
                add(input.component());
            } else if (input.field().equals(grouped.get(0))) {
                add(learned);
            }
        }
        onlyOutcome().ifPresent(input -> input.component().setVisible(false));
        inputs.forEach(input -> input.value().addValueChangeListener(event -> {
            input.error(null);
            ask();
            if (input.id().equals(OUTCOME)) {
                bringIntoSight();
            }
            if (event.isFromClient()) {
                changed.run();
            }
        }));
        ask();
    }

    /** What was learned and need not be answered, where there are several such fields. */
    private static List<Form.Field> grouped(Form form) {
        List<Form.Field> optional = form.fields().stream()
                .filter(field -> field.learned() && !FieldInputs.mustBeChosen(field))
                .toList();
        return optional.size() > 1 ? optional : List.of();
    }

    /** Shows what follows from the outcome, before anything else is asked. */
    void addBelowOutcome(Component said) {
        addComponentAtIndex(
                input(OUTCOME).map(input -> indexOf(input.component()) + 1).orElse(0), said);
    }

    /** The answers to what is asked, by the fields' ids. */
    Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FieldInput input : inputs) {
            Object answer = input.read().get();
            if (answer != null && input.field().asked(answers) && !input.field().readonly()) {
                answers.put(input.id(), answer);
            }
        }
        return answers;
    }

    /** Whether the outcome that is chosen wins the deal. */
    boolean wins() {
        return inputs.stream()
                .anyMatch(input -> input.id().equals(OUTCOME)
                        && Journey.WON.equals(input.read().get()));
    }

    /** The words of the outcome that is chosen. */
    Optional<String> outcome() {
        return inputs.stream()
                .filter(input -> input.id().equals(OUTCOME))
                .flatMap(input -> input.field().options().stream()
                        .filter(option -> option.value().equals(input.read().get())))
                .map(option -> option.label())
                .findFirst();
    }

    List<Option> outcomes() {
        return input(OUTCOME).map(input -> input.field().options()).orElse(List.of());
    }

    void choose(Option outcome) {
        input(OUTCOME).ifPresent(input -> input.write().accept(outcome.value()));
    }

    /** Puts what is wrong beside the fields, and the rest into the answer. */
    String show(Invalid wrong) {
        inputs.forEach(input -> input.error(null));
        List<Invalid.Violation> beside = wrong.violations().stream()
                .filter(each -> input(each.field()).isPresent())
                .toList();
        beside.forEach(each -> input(each.field()).ifPresent(input -> input.error(words(input, each))));
        beside.stream().findFirst().flatMap(each -> input(each.field())).ifPresent(FieldInput::focus);
        return wrong.violations().stream()
                .filter(each -> input(each.field()).isEmpty())
                .map(Invalid.Violation::message)
                .collect(Collectors.joining(" "));
    }

    /** The worklist names the choices for whoever calls it from afar; here they are in view. */
    private String words(FieldInput input, Invalid.Violation wrong) {
        return input.read().get() == null ? getTranslation("task.form.missing") : wrong.message();
    }

    /** Nothing can be answered any more; what was written stays readable. */
    void close(boolean close) {
        closed = close;
        setClassName("closed", close);
        inputs.forEach(input -> input.value().setReadOnly(close || input.field().readonly()));
    }

    boolean closed() {
        return closed;
    }

    /** An outcome asks for more: where that reaches below the bar, the form comes to the top of the pane. */
    private void bringIntoSight() {
        getElement().executeJs("""
            setTimeout(() => {
                const bar = this.closest('.task-pane')?.querySelector('.complete-bar');
                if (bar && this.getBoundingClientRect().bottom > bar.getBoundingClientRect().top) {
                    this.scrollIntoView({ block: 'start' });
                }
            })
            """);
    }

    /** Says whether there is a field to answer. */
    boolean focusFirst() {
        return focus(input -> true);
    }

    /** To the first field that still must be answered; nowhere when there is none. */
    void focusMissing() {
        Map<String, Object> answers = answers();
        focus(input -> input.field().needed(answers) && input.read().get() == null);
    }

    private boolean focus(Predicate<FieldInput> which) {
        Optional<FieldInput> found =
                inputs.stream().filter(FieldInput::open).filter(which).findFirst();
        found.ifPresent(FieldInput::focus);
        return found.isPresent();
    }

    /** Asks for what the answers so far make necessary, and for nothing else. */
    private void ask() {
        Map<String, Object> answers = answers();
        Optional<FieldInput> single = onlyOutcome();
        for (FieldInput input : inputs) {
            Form.Field field = input.field();
            if (single.filter(input::equals).isEmpty()) {
                input.component().setVisible(field.asked(answers));
            }
            input.value().setRequiredIndicatorVisible(field.needed(answers));
        }
        if (learned != null) {
            learned.look();
        }
    }

    /** Where there is one outcome only there is nothing to choose: the button says it. */
    private Optional<FieldInput> onlyOutcome() {
        Optional<FieldInput> single = inputs.stream()
                .filter(input -> input.id().equals(OUTCOME))
                .filter(input -> input.field().options().size() == 1)
                .findFirst();
        single.ifPresent(
                input -> input.write().accept(input.field().options().get(0).value()));
        return single;
    }

    private Optional<FieldInput> input(String id) {
        return inputs.stream().filter(input -> input.id().equals(id)).findFirst();
    }
}
