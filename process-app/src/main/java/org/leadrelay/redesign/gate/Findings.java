package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collector of findings, each once. */
final class Findings {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(finding -> finding.element() == null ? "" : finding.element());

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Rule rule, String file, @Nullable String element, Object... arguments) {
        found.add(new Finding(
                rule.severity(),
                rule.code(),
                file,
                element,
                Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    void add(Finding finding) {
        found.add(finding);
    }

    boolean refuses(String file) {
        return found.stream()
                .anyMatch(each ->
                        each.severity() == Severity.REFUSAL && each.file().equals(file));
    }

    /** Refusals first, then by file and element. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }
}
