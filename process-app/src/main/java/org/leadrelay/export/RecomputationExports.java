package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.csv.CsvFile;
import org.leadrelay.promise.RecomputationPreview;
import org.leadrelay.promise.RecountedPromise;
import org.springframework.stereotype.Service;

/** CSV export of what a version of the charter would make of the running promises. */
@Service
public class RecomputationExports {

    private static final List<String> HEADINGS =
            List.of("leadId", "lead", "clause", "priority", "before", "after", "paused", "effect");

    private final RecomputationPreview preview;
    private final ExportLog log;

    RecomputationExports(RecomputationPreview preview, ExportLog log) {
        this.preview = preview;
        this.log = log;
    }

    /** Writes every running promise, soonest due first, for whoever may see the preview. */
    public void write(int version, OutputStream into) throws IOException {
        int number = 0;
        Page<RecountedPromise> page = page(version, number);
        log.add("recomputation", "version " + version, LineDetails.of("version", version), page.total());
        CsvFile file = new CsvFile(into, HEADINGS);
        while (!page.items().isEmpty()) {
            page.items().forEach(each -> file.write(cells(each)));
            number++;
            page = page(version, number);
        }
        file.end();
    }

    private Page<RecountedPromise> page(int version, int number) {
        return preview.page(version, number, RecomputationPreview.LARGEST_PAGE);
    }

    private static List<String> cells(RecountedPromise promise) {
        return List.of(
                promise.leadId().toString(),
                promise.lead(),
                promise.clause(),
                promise.priority(),
                promise.before().toString(),
                promise.after().toString(),
                Boolean.toString(promise.paused()),
                promise.effect().code());
    }
}
