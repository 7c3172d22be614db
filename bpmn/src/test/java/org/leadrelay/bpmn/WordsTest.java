package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leadrelay.bpmn.Models.ProcessFile;

/**
 * Completeness of the words files beside the models, {@code <model>_<language>.properties}: whatever a model names has words in
 * each language, and every word names something.
 */
class WordsTest {

    @TestFactory
    Stream<DynamicTest> a_model_has_all_its_words_in_each_language() {
        return Models.processes().stream()
                .flatMap(model -> Contract.LANGUAGES.stream()
                        .map(language -> DynamicTest.dynamicTest(
                                model.id() + " in " + language, () -> checkWords(model, language))));
    }

    @Test
    void a_words_file_lies_beside_a_model_and_is_in_a_language_of_the_product() {
        // given
        Set<String> expected = new TreeSet<>();
        Models.processes()
                .forEach(model -> Contract.LANGUAGES.forEach(language -> expected.add(fileName(model, language))));

        // then
        assertThat(Models.files("processes", ".properties"))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void checkWords(ProcessFile model, String language) {
        String file = fileName(model, language);
        Map<String, String> words = read(Path.of("processes", file));
        Set<String> named = keys(model);

        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(words.keySet());
        assertThat(missing)
                .as("named in %s and without words: add a line for each to %s", model, file)
                .isEmpty();
        Set<String> unknown = new TreeSet<>(words.keySet());
        unknown.removeAll(named);
        assertThat(unknown)
                .as("%s names what %s does not have: correct the key or remove the line", file, model)
                .isEmpty();
        assertThat(words.entrySet())
                .as("every word of %s says something", file)
                .noneMatch(each -> each.getValue().isBlank());
        assertThat(twice(Path.of("processes", file)))
                .as("keys that stand twice in %s", file)
                .isEmpty();
    }

    private static String fileName(ProcessFile model, String language) {
        return model.id() + "_" + language + ".properties";
    }

    /** What people read of a model: names of what is drawn, labels of fields, and their options. */
    private static Set<String> keys(ProcessFile model) {
        Set<String> keys = new TreeSet<>();
        model.all(Process.class).forEach(each -> addNamed(keys, each.getId(), each.getName()));
        model.all(Participant.class).forEach(each -> addNamed(keys, each.getId(), each.getName()));
        model.all(Lane.class).forEach(each -> addNamed(keys, each.getId(), each.getName()));
        model.all(FlowElement.class).forEach(each -> addNamed(keys, each.getId(), each.getName()));
        for (UserTask task : model.all(UserTask.class)) {
            for (CamundaFormData form : Models.extensions(task, CamundaFormData.class)) {
                form.getCamundaFormFields().forEach(field -> addField(keys, task, field));
            }
        }
        return keys;
    }

    private static void addField(Set<String> keys, UserTask task, CamundaFormField field) {
        String key = task.getId() + "." + field.getCamundaId();
        keys.add(key);
        field.getCamundaValues().forEach(option -> keys.add(key + "." + option.getCamundaId()));
    }

    private static void addNamed(Set<String> keys, String id, String name) {
        if (name != null && !name.isBlank()) {
            keys.add(id);
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("every model has a words file: " + file + " cannot be read", unreadable);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    /** Of two lines with one key the later would win, unseen. */
    private static List<String> twice(Path file) {
        Set<String> seen = new TreeSet<>();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
