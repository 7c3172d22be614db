package org.leadrelay.worklist;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Form resolution: options bound to an agreed list or to the team are looked up. */
@Component
class Forms {

    private static final String REPS = "team:reps";

    private static final Pattern PRESET = Pattern.compile(FormModel.AGREED + "(?<list>\\w+) by (?<fact>\\w+)");

    private final EngineTasks tasks;
    private final Charter charter;
    private final HandOffs handOffs;
    private final ModelNames names;

    Forms(EngineTasks tasks, Charter charter, HandOffs handOffs, ModelNames names) {
        this.tasks = tasks;
        this.charter = charter;
        this.handOffs = handOffs;
        this.names = names;
    }

    /** In the language of the current request, as the lists of the charter are. */
    Form of(String definitionId, String step) {
        return form(step, asked(tasks.form(definitionId, step)), names.in(definitionId));
    }

    /** Without what would be learned from a list that the charter in force lacks. */
    private FormModel asked(FormModel declared) {
        return new FormModel(
                declared.fields().stream()
                        .filter(field -> field.learned().isEmpty()
                                || !field.values().isEmpty()
                                || !options(field.learned().get()).isEmpty())
                        .toList(),
                declared.uninvolved());
    }

    private List<Option> options(LearnedList list) {
        return charter.options(list.code());
    }

    /** Which of the answers say something that becomes a fact of the lead, by what it is. */
    Map<LearnedList, String> learned(String definitionId, String step, Map<String, @Nullable Object> answers) {
        Map<LearnedList, String> learned = new EnumMap<>(LearnedList.class);
        for (FormModel.Field field : tasks.form(definitionId, step).fields()) {
            if (answers.get(field.id()) instanceof String key) {
                field.learned().ifPresent(list -> learned.put(list, key));
            }
        }
        return learned;
    }

    /** The form that a task had under this version of its model; without fields where that is gone. */
    Form of(String definitionKey, int version, String step) {
        return form(step, tasks.form(definitionKey, version, step), names.in(definitionKey, version));
    }

    private Form form(String step, FormModel declared, ModelNames.Names words) {
        return new Form(declared.fields().stream()
                .map(field -> field(step, field, words))
                .toList());
    }

    /** The form of a task that a person opens: fields start with what the charter agreed on. */
    Form opened(TaskItem task) {
        Map<String, String> presets = presets(task);
        return new Form(of(task.definitionId(), task.step()).fields().stream()
                .map(field -> presets.containsKey(field.id()) ? field.startingWith(presets.get(field.id())) : field)
                .toList());
    }

    /** By field id; a reason that no list knows, or that nothing follows, presets nothing. */
    private Map<String, String> presets(TaskItem task) {
        Map<String, String> presets = new HashMap<>();
        for (FormModel.Field field :
                tasks.form(task.definitionId(), task.step()).fields()) {
            Matcher preset = PRESET.matcher(field.properties().getOrDefault("preset", ""));
            if (preset.matches() && tasks.fact(task.taskId(), preset.group("fact")) instanceof String reason) {
                charter.current()
                        .nextStep(preset.group("list"), reason)
                        .ifPresent(step -> presets.put(field.id(), step));
            }
        }
        return presets;
    }

    private Form.Field field(String step, FormModel.Field field, ModelNames.Names words) {
        Map<String, String> properties = field.properties();
        return new Form.Field(
                field.id(),
                field.type(),
                label(field.id(), words.field(step, field.id(), field.label(), Wording.language())),
                field.required() || field.id().equals(Answers.OUTCOME),
                options(step, field, words),
                field.min(),
                field.max(),
                field.minlength(),
                field.maxlength(),
                field.readonly(),
                field.defaultValue(),
                properties.get("visibleWhen"),
                properties.get("requiredWhen"),
                rows(properties.get("rows")),
                field.asksWhatWasLearned());
    }

    /** An amount is asked for in the charter's currency. */
    private String label(String field, String label) {
        return field.equals(Answers.DEAL_VALUE)
                ? "%s (%s)".formatted(label, charter.current().currency())
                : label;
    }

    private List<Option> options(String step, FormModel.Field field, ModelNames.Names words) {
        Optional<String> agreed = field.agreedList();
        if (agreed.isPresent()) {
            return charter.options(agreed.get());
        }
        List<Option> lines = field.learned().map(this::options).orElse(List.of());
        if (!lines.isEmpty()) {
            return lines;
        }
        if (REPS.equals(field.properties().get("options"))) {
            return handOffs.reps().stream()
                    .map(rep -> new Option(rep.login(), rep.name()))
                    .toList();
        }
        return field.values().stream()
                .map(each -> new Option(
                        each.value(), words.option(step, field.id(), each.value(), each.label(), Wording.language())))
                .toList();
    }

    private static int rows(@Nullable String written) {
        if (written == null || !written.matches("[1-9][0-9]?")) {
            return 1;
        }
        return Integer.parseInt(written);
    }
}
