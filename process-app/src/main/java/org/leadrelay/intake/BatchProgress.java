package org.leadrelay.intake;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Progress of an import, batch by batch: how many rows are through, and what they came to. Written
 * in the transaction of the rows themselves.
 */
@Component
class BatchProgress {

    private final JdbcClient jdbc;
    private final ImportRowTable rows;

    BatchProgress(JdbcClient jdbc, ImportRowTable rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Numbers of the batches that are through. */
    Set<Long> finished(UUID importId, int batchSize) {
        return jdbc
                .sql("select number from import_batch where import_id = ? and rows_read >= ?")
                .params(importId, batchSize)
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** How many rows of the batch are done; nobody else can go on with it before this ends. */
    int lock(UUID importId, long number) {
        jdbc.sql("""
            insert into import_batch (import_id, number, rows_read, created, merged,
                unchanged, returned, to_decide, refused)
            values (?, ?, 0, 0, 0, 0, 0, 0, 0) on conflict do nothing
            """).params(importId, number).update();
        return jdbc.sql("""
            select rows_read from import_batch where import_id = ? and number = ?
            for update
            """).params(importId, number).query(Integer.class).single();
    }

    void write(UUID importId, long number, int read, BatchResult result) {
        rows.write(importId, result.rows());
        jdbc.sql("""
            update import_batch set rows_read = rows_read + ?, created = created + ?,
                merged = merged + ?, unchanged = unchanged + ?, returned = returned + ?,
                to_decide = to_decide + ?, refused = refused + ?
            where import_id = ? and number = ?
            """)
                .params(
                        read,
                        result.created(),
                        result.merged(),
                        result.unchanged(),
                        result.returned(),
                        result.toDecide(),
                        result.refused(),
                        importId,
                        number)
                .update();
    }
}
