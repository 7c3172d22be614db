package org.leadrelay.redesign;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Clause;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.TemplateChoices.Choice;
import org.leadrelay.redesign.TemplateChoices.Stages;
import org.leadrelay.redesign.TemplateChoices.Step;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Node;
import org.leadrelay.redesign.gate.SafeXmlParser;
import org.leadrelay.redesign.gate.Surroundings;
import org.leadrelay.redesign.gate.SurroundingsReader;
import org.springframework.stereotype.Component;

/** Reader of the choices of element templates: registered steps, roles, the charter in force, and a release's files. */
@Component
class OfferedChoices {

    private static final String REP = "${repId}";
    private static final List<String> TASKS = List.of("handedOver", "reviewed", "judged");
    private static final List<String> TABLES = List.of("mature");
    private static final List<String> STARTS = List.of("captured");
    private static final Wording WORDING = Wording.of(OfferedChoices.class, "templates");

    private final SurroundingsReader surroundings;
    private final Charter charter;
    private final Roles roles;

    OfferedChoices(SurroundingsReader surroundings, Charter charter, Roles roles) {
        this.surroundings = surroundings;
        this.charter = charter;
        this.roles = roles;
    }

    TemplateChoices read(List<ModelFile> files, Locale locale) {
        Surroundings product = surroundings.read();
        List<Node> models = parsed(files, FileKind.PROCESS);
        List<Clause> clauses = ofTasks(models);
        Set<String> ofReps = values(
                models,
                "userTask",
                "camunda:dueDate",
                task -> task.value("camunda:assignee").equals(REP));
        return new TemplateChoices(
                steps(product, models),
                roles(models, locale),
                choices(clauses, clause -> true, locale),
                choices(clauses, clause -> ofReps.contains(due(clause)), locale),
                named(parsed(files, FileKind.DECISION), "decision").stream()
                        .filter(each -> !product.vocabulary().forReading().containsKey(each.value()))
                        .toList(),
                named(models, "process").stream()
                        .filter(each ->
                                !each.value().equals(product.vocabulary().journey()))
                        .toList(),
                product.vocabulary().messages().stream().sorted().toList(),
                stages(product.vocabulary().stages(), locale));
    }

    /** Where no place is named for a stage it is one of flows: there the boards read most. */
    private static Stages stages(Set<String> all, Locale locale) {
        Set<String> elsewhere =
                Stream.of(TASKS, TABLES, STARTS).flatMap(List::stream).collect(Collectors.toSet());
        List<String> flows =
                all.stream().filter(each -> !elsewhere.contains(each)).sorted().toList();
        return new Stages(
                worded(TASKS, all, locale),
                worded(TABLES, all, locale),
                worded(STARTS, all, locale),
                worded(flows, all, locale));
    }

    private static List<Choice> worded(List<String> stages, Set<String> all, Locale locale) {
        return stages.stream()
                .filter(all::contains)
                .map(each -> new Choice(WORDING.find(locale, "stage." + each).orElse(each), each))
                .toList();
    }

    /** Those of the charter in force but the ones that stand for something else than a task, such as a wait. */
    private List<Clause> ofTasks(List<Node> models) {
        Set<String> others = models.stream()
                .flatMap(Node::all)
                .filter(each -> each.id() != null && !each.is("userTask"))
                .map(each -> each.value("id"))
                .collect(Collectors.toSet());
        return charter.current().clauses().values().stream()
                .filter(each -> !others.contains(each.element()))
                .sorted(Comparator.comparing(Clause::name))
                .toList();
    }

    private static List<Node> parsed(List<ModelFile> files, FileKind kind) {
        return files.stream()
                .filter(each -> each.kind() == kind)
                .sorted(Comparator.comparing(ModelFile::name))
                .map(SafeXmlParser::read)
                .toList();
    }

    private static List<Step> steps(Surroundings product, List<Node> models) {
        Set<String> sent = values(models, "sendTask", "camunda:delegateExpression", task -> true);
        return product.steps().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Step(
                        each.getKey(),
                        sent.contains("${" + each.getKey() + "}"),
                        each.getValue().sets().stream().sorted().toList(),
                        each.getValue().errors().stream().sorted().toList()))
                .toList();
    }

    /** Those with tasks in the models, and those that may have some. */
    private List<Choice> roles(List<Node> models, Locale locale) {
        Set<String> working = new HashSet<>(values(models, "userTask", "camunda:candidateGroups", task -> true));
        roles.having(Permission.WORK_TASKS).forEach(each -> working.add(each.name()));
        return roles.all().stream()
                .filter(each -> working.contains(each.name()))
                .map(each -> new Choice(each.label(locale), each.name()))
                .toList();
    }

    private static List<Choice> choices(List<Clause> clauses, Predicate<Clause> which, Locale locale) {
        return clauses.stream()
                .filter(which)
                .map(each -> new Choice(each.words().in(locale), due(each)))
                .toList();
    }

    private static String due(Clause clause) {
        return "${due." + clause.name() + "}";
    }

    private static List<Choice> named(List<Node> roots, String element) {
        return roots.stream()
                .flatMap(root -> root.children(element).stream())
                .filter(each -> each.id() != null)
                .map(each -> new Choice(
                        each.value("name").isEmpty() ? each.value("id") : each.value("name"), each.value("id")))
                .toList();
    }

    private static Set<String> values(List<Node> roots, String element, String attribute, Predicate<Node> which) {
        return roots.stream()
                .flatMap(Node::all)
                .filter(each -> each.is(element) && which.test(each))
                .flatMap(each -> Stream.ofNullable(each.attribute(attribute)))
                .collect(Collectors.toSet());
    }
}
