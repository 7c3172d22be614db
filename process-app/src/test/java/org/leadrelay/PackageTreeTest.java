package org.leadrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree of packages as README and architecture page print it: every package, with the first sentence of its package-info. */
class PackageTreeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SOURCES = "src/main/java/org/leadrelay";
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*[\\s*]*(.+?)\\.(?=\\s)", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("        ([a-z]+(?:\\.[a-z]+)*) +(.+)");

    @Test
    void the_architecture_page_lists_every_package_with_what_it_is() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        int ui = page.indexOf("\n    ui/");

        assertThat(printed(page.substring(0, ui))).isEqualTo(packages("process-app", ""));
        assertThat(printed(page.substring(ui))).isEqualTo(packages("ui", "ui"));
    }

    @Test
    void the_readme_lists_the_packages_of_the_application() throws IOException {
        assertThat(printed(Files.readString(ROOT.resolve("README.md")))).isEqualTo(packages("process-app", ""));
    }

    private static Map<String, String> printed(String page) {
        TreeMap<String, String> printed = new TreeMap<String, String>();
        page.lines().map(LINE::matcher).filter(Matcher::matches).forEach(each -> {
            assertThat(printed.put(each.group(1), each.group(2)))
                    .as("%s stands once", each.group(1))
                    .isNull();
        });
        return printed;
    }

    /** Packages below a root that hold classes, by their name relative to it. */
    private static Map<String, String> packages(String module, String root) throws IOException {
        TreeMap<String, String> packages = new TreeMap<String, String>();
        Path sources = ROOT.resolve(module).resolve(SOURCES).resolve(root);
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path each :
                    files.filter(file -> file.endsWith("package-info.java")).toList()) {
                String name = sources.relativize(each.getParent()).toString().replace('/', '.');
                if (!name.isEmpty()) {
                    packages.put(name, firstSentence(each));
                }
            }
        }
        return packages;
    }

    private static String firstSentence(Path packageInfo) throws IOException {
        Matcher matcher = FIRST_SENTENCE.matcher(Files.readString(packageInfo));
        assertThat(matcher.find())
                .as("%s says what the package is", packageInfo)
                .isTrue();
        return matcher.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ");
    }
}
