package org.leadrelay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The packaged jar, and whether its SBOM says all that is in it. */
class ContentsIT {

    private static final Pattern TOOLS =
            Pattern.compile("(vaadin-dev|copilot|hilla-dev|license-checker|ui-tests|javaparser|netty|reactor-netty"
                    + "|spring-boot-devtools|spring-boot-docker-compose|junit|mockito)[-.\\w]*");

    /** Names of libraries that were moved into another name space. */
    private static final Pattern MOVED =
            Pattern.compile("(?:camundajar/impl/|/shaded/)(?:com[/_])?([a-z]+)[/_].*\\.class");

    private static final Map<String, String> ABBREVIATED = Map.of("fdp", "fastdoubleparser");

    @Test
    void tools_for_developers_and_tests_are_not_delivered() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(100).noneMatch(each -> each.matches(TOOLS.pattern()));
    }

    @Test
    void the_views_are_a_production_build() throws IOException {
        try (JarFile jar = new JarFile(Delivery.jar().toFile());
                InputStream info = jar.getInputStream(jar.getEntry("META-INF/VAADIN/config/flow-build-info.json"))) {
            assertThat(new String(info.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("\"productionMode\"\\s*:\\s*true");
        }
    }

    @Test
    void every_library_of_the_jar_is_in_its_sbom() throws Exception {
        // given
        Set<String> known = Delivery.components().stream()
                .flatMap(each -> each.path("hashes").findValuesAsText("content").stream())
                .collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();

        // when
        try (JarFile jar = new JarFile(Delivery.jar().toFile())) {
            for (ZipEntry entry : jar.stream().filter(ContentsIT::isLibrary).toList()) {
                try (InputStream library = jar.getInputStream(entry)) {
                    if (!known.contains(sha256(library))) {
                        unknown.add(entry.getName());
                    }
                }
            }
        }

        // then
        assertThat(unknown).isEmpty();
    }

    @Test
    void copies_within_libraries_are_in_the_sbom_too() throws IOException {
        // given
        List<Part> parts = Delivery.libraries();
        Set<String> missing = new TreeSet<>();

        // when
        try (JarFile jar = new JarFile(Delivery.jar().toFile())) {
            for (ZipEntry entry : jar.stream().filter(ContentsIT::isLibrary).toList()) {
                try (JarInputStream library = new JarInputStream(jar.getInputStream(entry))) {
                    for (ZipEntry each = library.getNextEntry(); each != null; each = library.getNextEntry()) {
                        String name = copied(each.getName());
                        if (name != null
                                && parts.stream().noneMatch(part -> part.name().contains(name))) {
                            missing.add(name + " in " + entry.getName());
                        }
                    }
                }
            }
        }

        // then
        assertThat(missing).isEmpty();
        assertThat(parts)
                .contains(
                        new Part("com.google.code.gson:gson", "2.8.9"),
                        new Part("com.cronutils:cron-utils", "9.2.1"),
                        new Part("org.scala-lang:scala-library", "2.13.15"));
    }

    /** What this entry of a library is a part of: of Maven's description, or of a moved package. */
    private static @Nullable String copied(String entry) {
        Matcher description =
                Pattern.compile("META-INF/maven/([^/]+/[^/]+)/pom.properties").matcher(entry);
        if (description.matches()) {
            return description.group(1).replace('/', ':');
        }
        Matcher moved = MOVED.matcher(entry);
        return moved.find() ? ABBREVIATED.getOrDefault(moved.group(1), moved.group(1)) : null;
    }

    private static List<String> libraries() throws IOException {
        return Delivery.entries().stream()
                .filter(each -> each.startsWith(Delivery.LIBRARIES) && each.endsWith(".jar"))
                .map(each -> each.substring(Delivery.LIBRARIES.length()))
                .toList();
    }

    private static boolean isLibrary(ZipEntry entry) {
        return entry.getName().startsWith(Delivery.LIBRARIES) && entry.getName().endsWith(".jar");
    }

    private static String sha256(InputStream library) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(library.readAllBytes()));
    }
}
