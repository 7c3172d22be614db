package org.leadrelay.intake;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Header detection: the line of column names among the first records of a file, below titles and notes. */
final class HeaderDetector {

    private static final int MOST_TITLES = 10;
    private static final Pattern VALUE = Pattern.compile(".*(?:@|\\d{3}).*|[\\d.,:/ -]+");

    private HeaderDetector() {}

    /** How many of the first records stand above the header; mostly none. */
    static int above(List<CsvRow> first) {
        if (first.size() < 3) {
            return 0;
        }
        int usual = usualWidth(first);
        for (int i = 0; i < Math.min(MOST_TITLES, first.size() - 1); i++) {
            int width = width(first.get(i));
            if (width == usual && i > 0 && isHeader(first, i)) {
                return i;
            }
            // The first title is narrow; the notes below it may hold separators too.
            int widest = i == 0 ? Math.max(1, usual / 3) : usual - 1;
            if (usual < 2 || first.get(i).problem() != null || width > widest) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isHeader(List<CsvRow> rows, int at) {
        List<String> names = rows.get(at).cells();
        Set<String> different = new HashSet<>();
        boolean named = names.stream()
                .limit(width(rows.get(at)))
                .allMatch(each ->
                        !each.isBlank() && !VALUE.matcher(each.strip()).matches() && different.add(each.strip()));
        return named
                && rows.subList(at + 1, rows.size()).stream()
                        .flatMap(each -> each.cells().stream())
                        .anyMatch(each -> VALUE.matcher(each.strip()).matches());
    }

    private static int usualWidth(List<CsvRow> rows) {
        Map<Integer, Long> widths =
                rows.stream().collect(Collectors.groupingBy(HeaderDetector::width, Collectors.counting()));
        Function<Map.Entry<Integer, Long>, Long> weight = each -> each.getValue() * 1_000 + each.getKey();
        return widths.entrySet().stream()
                .max(Comparator.comparing(weight))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Cells up to the last that says something. */
    private static int width(CsvRow row) {
        int width = row.cells().size();
        while (width > 0 && row.cells().get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
