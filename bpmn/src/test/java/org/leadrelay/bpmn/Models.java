package org.leadrelay.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads the shipped models and answers what several tests ask them. */
final class Models {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z]+)?");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "and", "or", "not", "empty", "eq", "ne");

    private Models() {}

    /** A process model with the file that holds it. */
    record ProcessFile(Path path, BpmnModelInstance model) {
        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        String id() {
            return process().getId();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    /** A decision table with the file that holds it. */
    record TableFile(Path path, DmnModelInstance model) {
        Decision decision() {
            return model.getModelElementsByType(Decision.class).iterator().next();
        }

        String id() {
            return decision().getId();
        }

        DecisionTable table() {
            return (DecisionTable) decision().getExpression();
        }

        Set<String> outputs() {
            return table().getOutputs().stream().map(Output::getName).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    static List<ProcessFile> processes() {
        return files("processes", ".bpmn").stream()
                .map(path -> new ProcessFile(path, Bpmn.readModelFromFile(path.toFile())))
                .toList();
    }

    static List<TableFile> tables() {
        return files("decisions", ".dmn").stream()
                .map(path -> new TableFile(path, Dmn.readModelFromFile(path.toFile())))
                .toList();
    }

    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String camunda(ModelElementInstance element, String attribute) {
        String value = element.getAttributeValueNs(CAMUNDA, attribute);
        return value == null ? "" : value;
    }

    /** Extension elements of a type that belong to the element itself. */
    static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(type).list();
    }

    /** The element's property in Modeler's "extension properties", or an empty text. */
    static String property(BaseElement element, String name) {
        return extensions(element, CamundaProperties.class).stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .filter(each -> name.equals(each.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }

    /** A form field's property, or an empty text. */
    static String property(CamundaFormField field, String id) {
        CamundaProperties properties = field.getCamundaProperties();
        return properties == null
                ? ""
                : properties.getCamundaProperties().stream()
                        .filter(each -> id.equals(each.getCamundaId()))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }

    /** The lane's name of an element; inside a sub-process, of the outermost sub-process. */
    static String laneOf(FlowElement element) {
        ModelElementInstance top = element;
        while (!(top.getParentElement() instanceof Process)) {
            top = top.getParentElement();
        }
        ModelElementInstance wanted = top;
        return ((Process) top.getParentElement())
                .getLaneSets().stream()
                        .flatMap(set -> set.getLanes().stream())
                        .filter(lane -> lane.getFlowNodeRefs().contains(wanted))
                        .map(Lane::getName)
                        .findFirst()
                        .orElse("");
    }

    /** Names that an expression reads, texts and literals left out. */
    static List<String> namesIn(String expression) {
        String bare = expression.replaceAll("'[^']*'", "").replaceAll("\"[^\"]*\"", "");
        Matcher names = NAME.matcher(bare);
        return names.results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .toList();
    }
}
