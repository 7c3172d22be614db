package org.leadrelay.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** The grammar of one record: where its quotes are open, and which cells it has. */
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
                atFieldStart = c == delimiter;
            }
        }
        return quoted;
    }

    /**
     * The cells of a record whose quotes are closed.
     *
     * @throws CsvParseException when a cell is too long to be held
     */
    List<String> cells(String text) {
        return reader.ofSingleCsvRecord(text).getFields();
    }
}
