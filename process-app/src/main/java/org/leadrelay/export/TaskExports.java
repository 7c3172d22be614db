package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.TooLarge;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.csv.CsvFile;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Service;

/** CSV export of the list of tasks, logged before the first row leaves. */
@Service
public class TaskExports {

    private static final Wording WORDING = Wording.of(TaskExports.class);

    private static final int MOST = 100_000;

    private final TaskQueries worklist;
    private final ExportLog log;

    TaskExports(TaskQueries worklist, ExportLog log) {
        this.worklist = worklist;
        this.log = log;
    }

    private static LineDetails codes(InboxQuery asked) {
        return LineDetails.of("scope", asked.scope())
                .andTyped("role", asked.role())
                .andTyped("step", asked.step())
                .andTyped("source", asked.source())
                .andTyped("priority", asked.priority())
                .and("overdue", asked.overdue())
                .and("waiting", asked.waiting())
                .and("lead", asked.lead())
                .andTyped("words", asked.text());
    }

    /** A column of the file: its heading, and what stands in it. */
    public record Column(String heading, Function<TaskRow, String> value) {}

    /**
     * Writes all tasks of the query that the person may see, in its order, with these columns.
     *
     * @throws TooLarge when there are more than 100,000
     */
    public void write(InboxQuery query, List<Column> columns, OutputStream into) throws IOException {
        long total = worklist.count(query);
        if (total > MOST) {
            throw new TooLarge(WORDING.text("tooManyTasks", total, MOST));
        }
        List<String> headings = columns.stream().map(Column::heading).toList();
        log.add("tasks", query + " " + headings, codes(query), total);
        CsvFile file = new CsvFile(into, headings);
        int at = 0;
        List<TaskRow> rows;
        do {
            rows = worklist.rows(query.page(at, InboxQuery.LARGEST_PAGE));
            rows.forEach(row -> file.write(
                    columns.stream().map(each -> each.value().apply(row)).toList()));
            at += rows.size();
        } while (rows.size() == InboxQuery.LARGEST_PAGE);
        file.end();
    }
}
