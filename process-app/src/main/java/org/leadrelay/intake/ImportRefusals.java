package org.leadrelay.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** CSV file of an import's refused rows, to correct and send again. */
@Component
class ImportRefusals {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;

    ImportRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Refused(long line, String field, String reason, List<String> cells) {}

    void write(UUID importId, OutputStream into) throws IOException {
        List<String> header = new ArrayList<>(List.of("line", "field", "reason"));
        header.addAll(header(importId));
        CsvFile file = new CsvFile(into, header);
        long after = 0;
        List<Refused> page = page(importId, after);
        while (!page.isEmpty()) {
            for (Refused each : page) {
                List<String> cells = new ArrayList<>();
                cells.add(String.valueOf(each.line()));
                cells.add(each.field());
                cells.add(each.reason());
                cells.addAll(each.cells());
                file.write(cells);
                after = each.line();
            }
            page = page(importId, after);
        }
        file.end();
    }

    private List<String> header(UUID importId) {
        return jdbc.sql("select header from import_job where id = ?")
                .param(importId)
                .query((row, any) -> strings(row.getArray(1)))
                .single();
    }

    private List<Refused> page(UUID importId, long after) {
        return jdbc.sql("""
            select line, coalesce(field, '') as field, reason, cells from import_refused
            where import_id = ? and line > ? order by line limit
            """ + PAGE)
                .params(importId, after)
                .query((row, any) -> new Refused(
                        row.getLong("line"),
                        row.getString("field"),
                        row.getString("reason"),
                        strings(row.getArray("cells"))))
                .list();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
