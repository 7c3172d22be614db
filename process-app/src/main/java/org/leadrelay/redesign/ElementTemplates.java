package org.leadrelay.redesign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.TemplateChoices.Choice;
import org.leadrelay.redesign.TemplateChoices.Step;

/**
 * Generator of the element templates that Camunda Modeler offers: every step, promised tasks, calls, tables and messages. A model
 * that was drawn with them holds what the product knows. What an element is called at first is English, as the models are.
 */
final class ElementTemplates {

    /** Where Modeler looks, in the folder of a model and in each above it. */
    static final String FOLDER = ".camunda/element-templates/";

    private static final Wording WORDING = Wording.of(ElementTemplates.class, "templates");

    private static final ObjectWriter JSON = new ObjectMapper().writer(printer());

    private final TemplateChoices choices;
    private final Locale locale;

    private ElementTemplates(TemplateChoices choices, Locale locale) {
        this.choices = choices;
        this.locale = locale;
    }

    /** By the name of the file, which ends each in a line break. What there is nothing to choose for is left out. */
    static SortedMap<String, String> files(TemplateChoices choices, Locale locale) {
        ElementTemplates templates = new ElementTemplates(choices, locale);
        SortedMap<String, String> files = new TreeMap<>();
        templates.add(
                files, "steps", choices.steps().stream().map(templates::step).toList());
        templates.add(files, "promised-task", templates.promisedTasks());
        templates.add(files, "call", templates.calls());
        templates.add(files, "table", templates.tables());
        templates.add(
                files,
                "message",
                choices.messages().stream().map(templates::message).toList());
        templates.add(files, "stage", templates.stages());
        return files;
    }

    private void add(SortedMap<String, String> files, String name, List<ElementTemplate> templates) {
        if (!templates.isEmpty()) {
            try {
                files.put(
                        name + ".json",
                        JSON.writeValueAsString(templates.stream()
                                        .map(ElementTemplate::json)
                                        .toList())
                                + "\n");
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private ElementTemplate step(Step step) {
        return template(step.name(), "step." + step.name())
                .metadata("sets", step.sets())
                .metadata("throws", step.errors())
                .becomes(step.sends() ? "bpmn:SendTask" : "bpmn:ServiceTask")
                .name(text("name"), atFirst("step." + step.name(), step.name()))
                .fixed("camunda:delegateExpression", "${" + step.name() + "}")
                .fixed("camunda:asyncBefore", true);
    }

    private List<ElementTemplate> promisedTasks() {
        if (choices.roles().isEmpty() || choices.clauses().isEmpty()) {
            return List.of();
        }
        ElementTemplate anybody = template("promisedTask", "promisedTask")
                .becomes("bpmn:UserTask")
                .withEverythingElse()
                .name(text("name"), atFirst("promisedTask.first", ""))
                .choice(text("role"), "camunda:candidateGroups", choices.roles())
                .choice(text("clause"), "camunda:dueDate", choices.clauses());
        staged(anybody, choices.stages().tasks());
        if (choices.repClauses().isEmpty()) {
            return List.of(anybody);
        }
        ElementTemplate rep = template("promisedRepTask", "promisedRepTask")
                .becomes("bpmn:UserTask")
                .withEverythingElse()
                .name(text("name"), atFirst("promisedRepTask.first", ""))
                .fixed("camunda:candidateGroups", "sales-rep")
                .fixed("camunda:assignee", "${repId}")
                .choice(text("clause"), "camunda:dueDate", choices.repClauses());
        staged(rep, choices.stages().tasks());
        return List.of(anybody, rep);
    }

    private List<ElementTemplate> calls() {
        return choices.calls().isEmpty()
                ? List.of()
                : List.of(template("call", "call")
                        .becomes("bpmn:CallActivity")
                        .name(text("name"), atFirst("call.first", ""))
                        .choice(text("process"), "calledElement", choices.calls())
                        .fixed("camunda:calledElementBinding", "deployment")
                        .passesBusinessKey("${leadId}")
                        .passes("leadId")
                        .passes("priority"));
    }

    private List<ElementTemplate> tables() {
        return choices.tables().isEmpty()
                ? List.of()
                : List.of(staged(
                        template("table", "table")
                                .becomes("bpmn:BusinessRuleTask")
                                .name(text("name"), atFirst("table.first", ""))
                                .choice(text("table"), "camunda:decisionRef", choices.tables())
                                .fixed("camunda:decisionRefBinding", "deployment"),
                        choices.stages().tables()));
    }

    /** What a step means to the boards is said beside its name: names change, and what they mean stays. */
    private ElementTemplate staged(ElementTemplate template, List<Choice> stages) {
        return stages.isEmpty() ? template : template.property(text("stage"), "stage", text("stage.none"), stages);
    }

    /** For what has no template of its own. */
    private List<ElementTemplate> stages() {
        List<ElementTemplate> templates = new ArrayList<>();
        stage(templates, "stageOfFlow", "bpmn:SequenceFlow", choices.stages().flows());
        stage(templates, "stageOfStart", "bpmn:StartEvent", choices.stages().starts());
        stage(templates, "stageOfTask", "bpmn:UserTask", choices.stages().tasks());
        stage(
                templates,
                "stageOfTable",
                "bpmn:BusinessRuleTask",
                choices.stages().tables());
        return templates;
    }

    private void stage(List<ElementTemplate> templates, String id, String of, List<Choice> stages) {
        if (!stages.isEmpty()) {
            templates.add(staged(template(id, id).of(of).withEverythingElse(), stages));
        }
    }

    /** Templates for Camunda 7 cannot fill in the message itself; it says which one to choose. */
    private ElementTemplate message(String message) {
        String key = "message." + message;
        return new ElementTemplate(
                        key, find(key, message), find(key + ".what", "") + " " + text("message.choose", message))
                .of("bpmn:IntermediateCatchEvent", "bpmn:BoundaryEvent", "bpmn:StartEvent", "bpmn:ReceiveTask")
                .withEverythingElse()
                .name(text("name"), atFirst(key + ".first", message));
    }

    private ElementTemplate template(String id, String key) {
        return new ElementTemplate(id, find(key, id), find(key + ".what", ""));
    }

    private String text(String key, String... arguments) {
        return WORDING.text(locale, "templates." + key, (Object[]) arguments);
    }

    /** Whoever adds a step of their own may have no words for it. */
    private String find(String key, String otherwise) {
        return WORDING.find(locale, key).orElse(otherwise);
    }

    private static String atFirst(String key, String otherwise) {
        return WORDING.find(Locale.ENGLISH, key).orElse(otherwise);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return printer;
    }
}
