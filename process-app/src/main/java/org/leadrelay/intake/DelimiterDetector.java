package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** Delimiter detection: the character that cuts the first lines most evenly. */
final class DelimiterDetector {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 50;
    private static final int MOST_TITLES = 10;
    private static final Pattern HINT =
            Pattern.compile("\uFEFF?\\s*\"?sep=([^\"]?)\"?[,;|\\s]*", Pattern.CASE_INSENSITIVE);

    private DelimiterDetector() {}

    /**
     * How evenly a character cuts.
     *
     * @param cells of the first line
     * @param share of the lines that have as many
     */
    private record Cut(char by, int cells, double share) {

        double evenness() {
            return cells < 2 ? 0 : (cells - 1) * share;
        }
    }

    static char found(String start) {
        List<String> lines = lines(start);
        Matcher hint = HINT.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (hint.matches()) {
            if (!hint.group(1).isEmpty()) {
                return hint.group(1).charAt(0);
            }
            lines.remove(0);
        }
        Cut first = best(lines);
        Cut best = first;
        for (int titles = 1; best.share() < 0.5 && titles <= Math.min(MOST_TITLES, lines.size() - 2); titles++) {
            best = best(lines.subList(titles, lines.size()));
        }
        return best.share() < 0.5 ? first.by() : best.by();
    }

    /** Whether a line is Excel's hint at the separator, and no row. */
    static boolean isHint(String line) {
        return HINT.matcher(line).matches();
    }

    private static Cut best(List<String> lines) {
        Cut best = new Cut(',', 1, 0);
        for (char each : CANDIDATES) {
            Cut cut = cut(lines, each);
            if (cut.evenness() > best.evenness()) {
                best = cut;
            }
        }
        return best;
    }

    private static Cut cut(List<String> lines, char delimiter) {
        CsvText text = new CsvText(delimiter);
        int header = 0;
        int same = 0;
        int rows = 0;
        boolean open = false;
        int cells = 1;
        for (String line : lines) {
            cells = (open ? cells : 1) + separators(line, delimiter, open);
            open = text.openAfter(line, open);
            if (!open) {
                rows++;
                if (rows == 1) {
                    header = cells;
                }
                same += cells == header ? 1 : 0;
            }
        }
        return new Cut(delimiter, header, rows == 0 ? 0 : (double) same / rows);
    }

    private static int separators(String line, char delimiter, boolean open) {
        int found = 0;
        boolean quoted = open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                found++;
            }
        }
        return found;
    }

    private static List<String> lines(String start) {
        List<String> lines = new ArrayList<>();
        for (String each : StringUtils.tokenizeToStringArray(start, "\r\n", false, true)) {
            if (!each.isBlank() && lines.size() < LINES) {
                lines.add(each);
            }
        }
        // The last line may be cut off.
        if (lines.size() > 2) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
