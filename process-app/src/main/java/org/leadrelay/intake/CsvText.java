package org.leadrelay.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.leadrelay.platform.csv.Formulas;

/** Lexer of one CSV record: where its quotes are open, and which cells it has. */
final class CsvText {

    private final char delimiter;
    private final CsvReader.CsvReaderBuilder reader;

    CsvText(char delimiter) {
        this.delimiter = delimiter;
        this.reader = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false);
    }

    /**
     * Reads on over one line.
     *
     * @param open whether a quote was open at the end of the line before
     * @return whether one is open at the end of this line
     */
    boolean openAfter(String line, boolean open) {
        boolean quoted = open;
        boolean atFieldStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"' && atFieldStart) {
                quoted = true;
                atFieldStart = false;
            } else {
                atFieldStart = c == delimiter || (atFieldStart && blank(c));
            }
        }
        return quoted;
    }

    /**
     * The cells of a record whose quotes are closed, without the blanks around quotes and the
     * apostrophes that kept spreadsheets from running them.
     *
     * @throws CsvParseException when a cell is too long to be held
     */
    List<String> cells(String text) {
        return reader.ofSingleCsvRecord(withoutBlanksAroundQuotes(text)).getFields().stream()
                .map(Formulas::original)
                .toList();
    }

    private String withoutBlanksAroundQuotes(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        boolean quoted = false;
        boolean atFieldStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                plain.append(c);
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    plain.append(text.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                    int next = afterBlanks(text, i + 1);
                    i = next == text.length() || text.charAt(next) == delimiter ? next - 1 : i;
                }
            } else if (atFieldStart) {
                int next = afterBlanks(text, i);
                quoted = next < text.length() && text.charAt(next) == '"';
                i = quoted ? next : i;
                plain.append(text.charAt(i));
            } else {
                plain.append(c);
            }
            atFieldStart = !quoted && text.charAt(i) == delimiter;
        }
        return plain.toString();
    }

    private int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean blank(char c) {
        return c != delimiter && (c == ' ' || c == '\t' || c == '\u00A0');
    }
}
