package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.stereotype.Service;

/** CSV export of a table on the screen, logged before the first row leaves. */
@Service
public class TableExports {

    private final ExportLog log;

    TableExports(ExportLog log) {
        this.log = log;
    }

    /**
     * @param what what the file is about, as the log of exports names it
     * @param asked the filter under which the rows stood
     */
    public void write(String what, String asked, List<String> headings, List<List<String>> rows, OutputStream into)
            throws IOException {
        log.add(what, asked + " " + headings, rows.size());
        CsvFile file = new CsvFile(into, headings);
        rows.forEach(file::write);
        file.end();
    }
}
