package org.leadrelay.bpmn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reader of {@code contract.json} and of the element templates: what the models may take for granted about the product. The
 * models' tests and the product's own test of the contract read the same two.
 */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The process owner's folder, from its own module and from the one beside it. */
    private static final Path FOLDER = Files.exists(Path.of("contract.json")) ? Path.of("") : Path.of("..", "bpmn");

    private static final JsonNode CONTRACT = read(FOLDER.resolve("contract.json"));
    private static final List<JsonNode> STEPS = steps();

    /** Registered delegates of service and send tasks: each is an element template. */
    public static final Set<String> DELEGATES = all(STEPS.stream().map(Contract::delegate));

    /** Variables that each delegate sets. */
    public static final Map<String, Set<String>> SETS = metadata("sets");

    /** Codes of errors that each delegate throws: business refusals a model has to answer. */
    public static final Map<String, Set<String>> THROWS = metadata("throws");

    /** Registered listeners. */
    public static final Set<String> LISTENERS = list("listeners");

    public static final Set<String> ROLES = list("roles");

    /** Languages of the product besides that of the models' own names: each model brings words in all of them. */
    public static final Set<String> LANGUAGES = list("languages");

    public static final Set<String> TABLES_FOR_READING = list("tablesForReading");

    /** What an element or flow may mean to the boards. */
    public static final Set<String> STAGES = list("stages");

    /** Agreed lists that a field may bind its options to. */
    public static final Set<String> OPTION_LISTS = list("optionLists");

    public static final Set<String> FIELD_TYPES = list("fieldTypes");
    public static final Set<String> FIELD_CONSTRAINTS = list("fieldConstraints");

    private Contract() {}

    private static Map<String, Set<String>> metadata(String name) {
        return STEPS.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Contract::delegate,
                        step -> all(texts(step.path("metadata").path(name)))));
    }

    private static Set<String> list(String name) {
        Set<String> found = all(texts(CONTRACT.path(name)));
        if (found.isEmpty()) {
            throw new IllegalStateException("contract.json says nothing of " + name);
        }
        return found;
    }

    private static Set<String> all(Stream<String> texts) {
        return texts.collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(JsonNode list) {
        return Stream.iterate(0, n -> n < list.size(), n -> n + 1)
                .map(n -> list.get(n).asText());
    }

    /** The templates that name a delegate. */
    private static List<JsonNode> steps() {
        try (Stream<Path> files = Files.list(FOLDER.resolve(".camunda").resolve("element-templates"))) {
            return files.sorted()
                    .map(Contract::read)
                    .flatMap(file ->
                            Stream.iterate(0, n -> n < file.size(), n -> n + 1).map(file::get))
                    .filter(template -> !delegate(template).isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String delegate(JsonNode template) {
        for (JsonNode property : template.path("properties")) {
            if ("camunda:delegateExpression"
                    .equals(property.path("binding").path("name").asText())) {
                return property.path("value").asText().replaceAll("\\$\\{(.*)}", "$1");
            }
        }
        return "";
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
