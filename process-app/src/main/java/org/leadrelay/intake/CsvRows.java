package org.leadrelay.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Reads a file record by record in constant memory. A quote that is never closed costs the record
 * it stands in and no other: reading goes on with the next line.
 */
final class CsvRows implements Closeable {

    private static final Wording WORDING = Wording.of(CsvRows.class);

    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 400_000;

    private final BufferedReader reader;
    private final CsvText text;
    private final Deque<String> returned = new ArrayDeque<>();
    private final List<String> header;
    private long line;
    private long number;

    CsvRows(Reader source, char delimiter) throws IOException {
        this.reader = new BufferedReader(source, 64 * 1024);
        this.text = new CsvText(delimiter);
        CsvRow first = record();
        if (first != null && first.cells().size() == 1 && first.cells().get(0).startsWith("sep=")) {
            first = record();
        }
        this.header = first == null ? List.of() : first.cells();
        this.number = 0;
    }

    /** The first record's cells as they stand; empty when the file is empty. */
    List<String> header() {
        return header;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable CsvRow next() throws IOException {
        return record();
    }

    private @Nullable CsvRow record() throws IOException {
        String first = line();
        while (first != null && blank(first)) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        long begin = line;
        number++;
        StringBuilder record = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        boolean open = text.openAfter(first, false);
        while (open && more.size() < MOST_LINES && record.length() < MOST_CHARACTERS) {
            String next = line();
            if (next == null) {
                break;
            }
            more.add(next);
            record.append('\n').append(next);
            open = text.openAfter(next, true);
        }
        if (open) {
            for (int i = more.size() - 1; i >= 0; i--) {
                returned.addFirst(more.get(i));
            }
            line = begin;
            return refused(begin, first, WORDING.say("quote"));
        }
        if (record.length() > MOST_CHARACTERS) {
            return refused(begin, first, WORDING.say("longRow"));
        }
        return read(begin, record.toString());
    }

    private CsvRow read(long begin, String record) {
        try {
            return new CsvRow(number, begin, text.cells(record), null);
        } catch (CsvParseException e) {
            return refused(begin, record, WORDING.say("unreadableRow"));
        }
    }

    private CsvRow refused(long begin, String start, String problem) {
        String shown = start.length() > 1_000 ? start.substring(0, 1_000) : start;
        return new CsvRow(number, begin, List.of(shown), problem);
    }

    private @Nullable String line() throws IOException {
        String next = returned.pollFirst();
        if (next == null) {
            next = physicalLine();
        }
        if (next != null) {
            line++;
        }
        return next;
    }

    /** A line without end must not fill the memory: what is beyond the limit is dropped. */
    private @Nullable String physicalLine() throws IOException {
        StringBuilder one = new StringBuilder(256);
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (one.length() <= MOST_CHARACTERS) {
                one.append((char) c);
            }
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        if (line == 0 && !one.isEmpty() && one.charAt(0) == '\uFEFF') {
            one.deleteCharAt(0);
        }
        return one.toString();
    }

    private static boolean blank(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isWhitespace(c) && c != ',' && c != ';' && c != '\uFEFF') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
