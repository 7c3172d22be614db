package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the documentation: each is listed, and each link leads somewhere. */
class DocumentationLinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path RECORDS = DOCS.resolve("adr");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|^ {4}.*?$|`[^`\n]*`");

    @Test
    void every_page_is_in_the_index() throws IOException {
        assertThat(linked(DOCS.resolve("README.md")))
                .containsAll(pages(DOCS).stream()
                        .filter(each -> !each.startsWith(RECORDS))
                        .filter(each -> !each.equals(DOCS.resolve("README.md")))
                        .toList())
                .contains(RECORDS.resolve("README.md"));
    }

    @Test
    void every_decision_record_is_in_its_index_with_its_title() throws IOException {
        String index = Files.readString(RECORDS.resolve("README.md"));
        for (Path each : pages(RECORDS)) {
            String name = each.getFileName().toString();
            if (!name.equals("README.md")) {
                String title = Files.readAllLines(each)
                        .get(0)
                        .replaceFirst("^# \\d+\\. ", "")
                        .strip();
                assertThat(index).contains("| [%s](%s) | %s |".formatted(name.substring(0, 4), name, title));
            }
        }
    }

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_are_there() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : allPages()) {
            for (String link : links(page)) {
                if (!leadsSomewhere(page, link)) {
                    broken.add(ROOT.relativize(page) + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    private static Set<Path> linked(Path page) throws IOException {
        Set<Path> found = new HashSet<>();
        for (String each : links(page)) {
            found.add(page.resolveSibling(each.split("#", 2)[0]).normalize());
        }
        return found;
    }

    private static List<String> links(Path page) throws IOException {
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
        return link.results().map(each -> each.group(1)).toList();
    }

    /** As the hosts of such pages name them. */
    private static Set<String> headings(Path page) throws IOException {
        Set<String> found = new HashSet<>();
        for (String each : Files.readAllLines(page)) {
            if (each.startsWith("#")) {
                found.add(each.replaceFirst("^#+ ", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        return found;
    }

    private static Set<Path> allPages() throws IOException {
        Set<Path> all = pages(DOCS);
        for (String each : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "bpmn/README.md")) {
            all.add(ROOT.resolve(each));
        }
        return all;
    }

    private static Set<Path> pages(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return new TreeSet<>(
                    found.filter(each -> each.toString().endsWith(".md")).toList());
        }
    }
}
