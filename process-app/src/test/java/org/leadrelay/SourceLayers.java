package org.leadrelay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parser of the features' sources: which feature imports which, what their literals hold, and who owns which table. */
final class SourceLayers {

    static final Path SOURCES = Path.of("src/main/java/org/leadrelay");

    /** Literals are its groups; comments and characters are passed over. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|'(?:[^'\\\\]|\\\\.)+'|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?org\\.leadrelay\\.([a-z]+)\\.");

    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Set<String>> imports = new TreeMap<>();

    SourceLayers() throws IOException {
        Properties lines = new Properties();
        try (InputStream in = SourceLayers.class.getResourceAsStream("table-owners.txt")) {
            lines.load(in);
        }
        lines.forEach((feature, tables) -> Arrays.stream(tables.toString().split("\\s+"))
                .forEach(table -> owners.merge(table, feature.toString(), (one, other) -> one + " and " + other)));
        for (Path file : files(SOURCES, ".java")) {
            imports.computeIfAbsent(feature(SOURCES.relativize(file)), any -> new TreeSet<>())
                    .addAll(groups(IMPORT, Files.readString(file)));
        }
    }

    /** The owner of each table. */
    Map<String, String> owners() {
        return owners;
    }

    Set<String> features() {
        return imports.keySet();
    }

    /** Whether a feature may read the tables of another: it is the same, or imports it, or one of those does. */
    boolean above(String feature, String other) {
        Set<String> all = new HashSet<>(Set.of(feature));
        List<String> next = new ArrayList<>(all);
        while (!next.isEmpty()) {
            for (String each : imports.getOrDefault(next.remove(0), Set.of())) {
                if (all.add(each)) {
                    next.add(each);
                }
            }
        }
        return all.contains(other);
    }

    static Stream<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(token -> token.group(1) == null ? token.group(2) : token.group(1))
                .filter(Objects::nonNull);
    }

    static Collection<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    static String feature(Path path) {
        return path.getNameCount() == 1 ? "" : path.getName(0).toString();
    }

    static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        }
    }
}
