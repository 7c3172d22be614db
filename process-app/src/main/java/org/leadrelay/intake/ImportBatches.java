package org.leadrelay.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.CheckedCapture;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the rows of one batch in. How far it came is written in the same transaction as the rows:
 * first all in one, and when that fails row by row, so that one bad row costs itself only.
 */
@Component
class ImportBatches {

    private static final Wording WORDING = Wording.of(ImportBatches.class);

    private static final Logger log = LoggerFactory.getLogger(ImportBatches.class);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LeadCapture captures;
    private final TransactionTemplate transaction;

    ImportBatches(
            JdbcClient jdbc,
            JdbcTemplate template,
            LeadCapture captures,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.captures = captures;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What all rows of a file have in common. */
    record File(UUID id, Columns columns, Origin origin) {}

    /** What the rows of a batch came to. */
    private static final class Tally {
        int created;
        int merged;
        int unchanged;
        int returned;
        int toDecide;
        int refused;

        void add(Captured.Outcome outcome) {
            switch (outcome) {
                case CREATED -> created++;
                case MERGED -> merged++;
                case UNCHANGED -> {
                    merged++;
                    unchanged++;
                }
                case RETURNED -> {
                    merged++;
                    returned++;
                }
                case TO_DECIDE -> {
                    merged++;
                    toDecide++;
                }
            }
        }
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

    void take(File file, long number, List<CsvRow> rows) {
        try {
            transaction.executeWithoutResult(status -> remaining(file, number, rows));
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            log.info("Batch {} of import {} goes on row by row", number, file.id());
            for (CsvRow row : rows) {
                alone(file, number, rows, row);
            }
        }
    }

    /** All rows from where the batch stopped. */
    private void remaining(File file, long number, List<CsvRow> rows) {
        int done = lock(file.id(), number);
        Tally tally = new Tally();
        for (CsvRow row : rows.subList(Math.min(done, rows.size()), rows.size())) {
            one(file, row, tally);
        }
        write(file.id(), number, rows.size() - done, tally);
    }

    private void alone(File file, long number, List<CsvRow> rows, CsvRow row) {
        try {
            Retry.onCollision(
                    () -> {
                        transaction.executeWithoutResult(
                                status -> {
                                    if (lock(file.id(), number) == rows.indexOf(row)) {
                                        Tally tally = new Tally();
                                        one(file, row, tally);
                                        write(file.id(), number, 1, tally);
                                    }
                                });
                        return null;
                    });
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            String id = UUID.randomUUID().toString();
            log.error("Row in line {} of import {} failed: {}", row.line(), file.id(), id, e);
            transaction.executeWithoutResult(
                    status -> {
                        if (lock(file.id(), number) == rows.indexOf(row)) {
                            Tally tally = new Tally();
                            refuse(file, row, new Violation("", WORDING.say("failed", id)), tally);
                            write(file.id(), number, 1, tally);
                        }
                    });
        }
    }

    private void one(File file, CsvRow row, Tally tally) {
        String problem = file.columns().problem(row);
        if (problem != null) {
            refuse(file, row, new Violation("", problem), tally);
            return;
        }
        CheckedCapture checked = captures.check(file.columns().capture(row), file.origin());
        if (checked.violations().isEmpty()) {
            tally.add(captures.capture(checked).outcome());
        } else {
            refuse(file, row, checked.violations().get(0), tally);
        }
    }

    private void refuse(File file, CsvRow row, Violation why, Tally tally) {
        tally.refused++;
        template.update(
                """
                insert into import_refused (import_id, line, field, reason, cells)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                file.id(),
                row.line(),
                storable(why.field()),
                storable(why.message()),
                row.cells().stream().map(ImportBatches::storable).toArray(String[]::new));
    }

    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    /** How many rows of the batch are done; nobody else can go on with it before this ends. */
    private int lock(UUID importId, long number) {
        jdbc.sql(
                        """
                        insert into import_batch (import_id, number, rows_read, created, merged,
                            unchanged, returned, to_decide, refused)
                        values (?, ?, 0, 0, 0, 0, 0, 0, 0) on conflict do nothing
                        """)
                .params(importId, number)
                .update();
        return jdbc.sql(
                        """
                        select rows_read from import_batch where import_id = ? and number = ?
                        for update
                        """)
                .params(importId, number)
                .query(Integer.class)
                .single();
    }

    private void write(UUID importId, long number, int rows, Tally tally) {
        jdbc.sql(
                        """
                        update import_batch set rows_read = rows_read + ?, created = created + ?,
                            merged = merged + ?, unchanged = unchanged + ?, returned = returned + ?,
                            to_decide = to_decide + ?, refused = refused + ?
                        where import_id = ? and number = ?
                        """)
                .params(
                        rows,
                        tally.created,
                        tally.merged,
                        tally.unchanged,
                        tally.returned,
                        tally.toDecide,
                        tally.refused,
                        importId,
                        number)
                .update();
    }
}
