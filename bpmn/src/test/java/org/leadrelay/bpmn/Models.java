package org.leadrelay.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads the shipped models and answers what several tests ask them. */
final class Models {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

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
}
