package org.leadrelay.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.export.ExportLog;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.lead.FactChange;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.stereotype.Service;

/**
 * Row results of an import, as a list and as a CSV file. For whoever may follow the import: roles that may see
 * every lead.
 */
@Service
public class ImportResults {

    private static final Wording WORDING = Wording.of(ImportResults.class);

    private static final int PAGE = 500;

    private static final List<String> HEADINGS =
            List.of("line", "outcome", "leadId", "lead", "changes", "field", "reason", "undo", "undoNotes");

    private final Imports imports;
    private final ImportRowTable rows;
    private final ImportRefusals refusals;
    private final ExportLog exportLog;

    ImportResults(Imports imports, ImportRowTable rows, ImportRefusals refusals, ExportLog exportLog) {
        this.imports = imports;
        this.rows = rows;
        this.refusals = refusals;
        this.exportLog = exportLog;
    }

    /**
     * Some rows.
     *
     * @param outcome the code of one outcome; null means every row
     * @param sort line, outcome, lead, changes or undo, with - for descending
     * @throws NotFound when there is no such import
     * @throws Invalid when there is no such outcome or order
     */
    public Page<ImportRow> page(UUID importId, @Nullable String outcome, String sort, int page, int size) {
        imports.progress(importId);
        ImportRow.Outcome only = only(outcome);
        boolean descending = sort.startsWith("-");
        String by = descending ? sort.substring(1) : sort;
        if (!ImportRowTable.orders().contains(by)) {
            throw Invalid.field(
                    "sort", WORDING.text("noSort", String.join(", ", new TreeSet<>(ImportRowTable.orders()))));
        }
        return new Page<>(rows.page(importId, only, by, descending, page, size), rows.count(importId, only));
    }

    /**
     * All rows, or those of one outcome, as CSV in the order of the file; the export is logged.
     *
     * @param outcome the code of one outcome; null means every row
     */
    public void write(UUID importId, @Nullable String outcome, OutputStream into) throws IOException {
        ImportProgress of = imports.progress(importId);
        ImportRow.Outcome only = only(outcome);
        exportLog.add(
                "import rows",
                of.fileName() + (only == null ? "" : " outcome=" + only.code()),
                LineDetails.of("import", importId).and("outcome", only == null ? null : only.code()),
                rows.count(importId, only));
        CsvFile file = new CsvFile(into, HEADINGS);
        List<ImportRow> page = rows.after(importId, only, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> file.write(cells(each)));
            page = rows.after(importId, only, page.get(page.size() - 1).line(), PAGE);
        }
        file.end();
    }

    /** The refused rows as CSV, each with its line and reason before its cells, to correct and send again; the export is logged. */
    public void refused(UUID importId, OutputStream into) throws IOException {
        ImportProgress of = imports.progress(importId);
        exportLog.add("refused", of.fileName(), LineDetails.of("import", importId), of.refused());
        refusals.write(importId, into);
    }

    private static ImportRow.@Nullable Outcome only(@Nullable String outcome) {
        return outcome == null || outcome.isBlank() ? null : ImportRow.Outcome.ofCode(outcome);
    }

    private static List<String> cells(ImportRow row) {
        return List.of(
                String.valueOf(row.line()),
                row.outcome().code(),
                text(row.leadId()),
                text(row.leadName()),
                row.changes().stream().map(ImportResults::said).collect(Collectors.joining("; ")),
                text(row.field()),
                text(row.reason()),
                row.undo() == null ? "" : row.undo().code(),
                String.join(" ", row.undoNotes()));
    }

    private static String said(FactChange change) {
        return "%s: %s -> %s".formatted(change.label(), text(change.before()), change.after());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
