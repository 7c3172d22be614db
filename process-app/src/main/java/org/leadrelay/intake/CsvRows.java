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
 * Streaming CSV reader in constant memory. A quote that is never closed costs the record it stands in and no
 * other: reading goes on with the next line.
 */
final class CsvRows implements Closeable {

    private static final Wording WORDING = Wording.of(CsvRows.class);

    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 400_000;
    private static final int AHEAD = 30;

    private final BufferedReader reader;
    private final CsvText text;
    private final Deque<String> returned = new ArrayDeque<>();
    private final Deque<CsvRow> ahead = new ArrayDeque<>();
    private final OwnFiles own;
    private long line;
    private long number;

    CsvRows(Reader source, char delimiter) throws IOException {
        this.reader = new BufferedReader(source, 64 * 1024);
        this.text = new CsvText(delimiter);
        String top = line();
        if (top != null && !DelimiterDetector.isHint(top)) {
            returned.addFirst(top);
            line = 0;
        }
        CsvRow row = record();
        while (row != null) {
            ahead.add(row);
            row = ahead.size() < AHEAD ? record() : null;
        }
        for (int i = HeaderDetector.above(List.copyOf(ahead)); i > 0; i--) {
            ahead.remove();
        }
        CsvRow first = ahead.poll();
        this.own = new OwnFiles(first == null ? List.of() : first.cells());
    }

    /** The cells of the line of column names as they stand; empty when the file is empty. */
    List<String> header() {
        return own.header();
    }

    /** Whether it is a list of leads that the product itself wrote. */
    boolean isOwnList() {
        return own.isListOfLeads();
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        CsvRow row = ahead.isEmpty() ? record() : ahead.remove();
        if (row == null) {
            return null;
        }
        number++;
        return own.of(new CsvRow(number, row.line(), row.cells(), row.problem()));
    }

    /** Cells that are all blank make no record, in quotes or not. */
    private @Nullable CsvRow record() throws IOException {
        CsvRow row = any();
        while (row != null && row.problem() == null && row.cells().stream().allMatch(CsvRows::blank)) {
            row = any();
        }
        return row;
    }

    private @Nullable CsvRow any() throws IOException {
        String first = line();
        while (first != null && blank(first)) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        long begin = line;
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
            return refused(begin, first, WORDING.text("quote"));
        }
        if (record.length() > MOST_CHARACTERS) {
            return refused(begin, first, WORDING.text("longRow"));
        }
        return read(begin, record.toString());
    }

    private CsvRow read(long begin, String record) {
        try {
            return new CsvRow(0, begin, text.cells(record), null);
        } catch (CsvParseException e) {
            return refused(begin, record, WORDING.text("unreadableRow"));
        }
    }

    private CsvRow refused(long begin, String start, String problem) {
        String shown = start.length() > 1_000 ? start.substring(0, 1_000) : start;
        return new CsvRow(0, begin, List.of(shown), problem);
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
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != ',' && c != ';' && c != '\uFEFF') {
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
