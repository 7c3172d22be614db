package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.stereotype.Service;

/** CSV export of a table on the screen, logged before the first row leaves. */
@Service
public class TableExports {

    /** Whose values are codes; a source was typed by somebody. */
    private static final Set<String> CODES =
            Set.of("from", "to", "lead", "side", "clause", "rep", "team", "week", "state", "took", "sort");

    private static final Pattern CODE = Pattern.compile("([a-z]+)=([a-zA-Z0-9.:_-]{1,60})");

    private final ExportLog log;

    TableExports(ExportLog log) {
        this.log = log;
    }

    /** The parameters of an address that hold codes. */
    private static LineDetails codes(String asked) {
        LineDetails codes = LineDetails.of("filtered", !asked.isEmpty());
        for (String parameter : asked.split("&", -1)) {
            Matcher code = CODE.matcher(parameter);
            if (code.matches() && CODES.contains(code.group(1))) {
                codes.andTyped(code.group(1), code.group(2));
            }
        }
        return codes;
    }

    /**
     * @param what what the file is about, as the log of exports names it
     * @param asked the filter under which the rows stood
     */
    public void write(String what, String asked, List<String> headings, List<List<String>> rows, OutputStream into)
            throws IOException {
        CsvFile file = begin(what, asked, headings, rows.size(), into);
        rows.forEach(file::write);
        file.end();
    }

    /**
     * For rows that are read while they are written.
     *
     * @param rows how many there will be
     * @return the file, to be written and ended
     */
    CsvFile begin(String what, String asked, List<String> headings, long rows, OutputStream into) {
        log.add(what, asked + " " + headings, codes(asked), rows);
        return new CsvFile(into, headings);
    }
}
