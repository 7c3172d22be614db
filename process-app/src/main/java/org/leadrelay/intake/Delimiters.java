package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.StringUtils;

/** Finds what stands between the cells: the character that cuts the first lines most evenly. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 50;

    private Delimiters() {}

    static char found(String start) {
        List<String> lines = lines(start);
        if (!lines.isEmpty() && lines.get(0).matches("\uFEFF?sep=.")) {
            return lines.get(0).charAt(lines.get(0).length() - 1);
        }
        char best = ',';
        double most = 0;
        for (char each : CANDIDATES) {
            double evenness = evenness(lines, each);
            if (evenness > most) {
                most = evenness;
                best = each;
            }
        }
        return best;
    }

    /** The header's cells, weighed by the share of rows that have as many. */
    private static double evenness(List<String> lines, char delimiter) {
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
        return header < 2 ? 0 : (header - 1) * (double) same / rows;
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
