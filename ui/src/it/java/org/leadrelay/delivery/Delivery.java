package org.leadrelay.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;

/** Where what is delivered lies, and how it is read. */
final class Delivery {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final String LIBRARIES = "BOOT-INF/lib/";

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern IMAGE = Pattern.compile("(?:image:|FROM) *([a-z/-]+):v?([\\w.-]+)");

    private static final Pattern JAR = Pattern.compile("lead-relay-ui-\\d[\\d.]*(-SNAPSHOT)?\\.jar");

    private Delivery() {}

    /** The packaged all-in-one. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(
                            each -> JAR.matcher(each.getFileName().toString()).matches())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar in target"));
        }
    }

    /** The names of all entries of the packaged all-in-one. */
    static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /** The components of the SBOM; a build without a network makes none. */
    static List<JsonNode> components() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            ZipEntry entry = jar.getEntry(SBOM);
            Assumptions.assumeTrue(entry != null, "no SBOM: Maven makes one only when it is online");
            try (InputStream stream = jar.getInputStream(entry)) {
                List<JsonNode> components = new ArrayList<>();
                JSON.readTree(stream).path("components").forEach(components::add);
                return components;
            }
        }
    }

    /** The libraries of the SBOM. */
    static List<Part> libraries() throws IOException {
        return components().stream()
                .map(each -> new Part(name(each), each.path("version").asText()))
                .toList();
    }

    private static String name(JsonNode component) {
        return component.path("group").asText() + ":" + component.path("name").asText();
    }

    /** The images that compose file and Dockerfile name, but for our own. */
    static List<Part> images() throws IOException {
        return Stream.of("docker-compose.yml", "Dockerfile")
                .flatMap(each -> IMAGE.matcher(read(each)).results())
                .map(each -> new Part("image:" + each.group(1), each.group(2).replaceAll("[-_].*", "")))
                .filter(each -> !each.name().equals("image:lead-relay"))
                .toList();
    }

    static List<Advisory> advisories() throws IOException {
        return JSON.readValue(read(".ci/advisories.json"), new TypeReference<List<Advisory>>() {});
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
