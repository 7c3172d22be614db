package org.leadrelay.platform.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV writer in UTF-8, guarded against formula injection. */
public final class CsvFile {

    private final Writer out;
    private final CsvWriter csv;

    public CsvFile(OutputStream into, List<String> headings) {
        out = new OutputStreamWriter(into, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().build(out);
        write(headings);
    }

    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(Formulas::harmless).toList());
    }

    /** Sends what is left; the stream stays open. */
    public void end() throws IOException {
        csv.flush();
        out.flush();
    }
}
