package org.leadrelay.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.lead.CaptureCheck;
import org.leadrelay.lead.CheckedCapture;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.RecordKeys;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transaction of one import batch. How far it came is written in the same transaction as the rows, with what
 * became of each: first all in one, and when that fails row by row, so that one bad row costs itself only.
 */
@Component
class ImportBatches {

    private static final Wording WORDING = Wording.of(ImportBatches.class);

    private static final Logger LOG = LoggerFactory.getLogger(ImportBatches.class);

    private final JdbcTemplate template;
    private final CaptureCheck check;
    private final LeadCapture captures;
    private final RecordKeys keys;
    private final BatchProgress progress;
    private final CollisionRetry retry;
    private final TransactionTemplate transaction;

    ImportBatches(
            JdbcTemplate template,
            CaptureCheck check,
            LeadCapture captures,
            RecordKeys keys,
            BatchProgress progress,
            CollisionRetry retry,
            PlatformTransactionManager transactions) {
        this.template = template;
        this.check = check;
        this.captures = captures;
        this.keys = keys;
        this.progress = progress;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What all rows of a file have in common.
     *
     * @param ownList whether it is the product's own list of leads, whose rows only matter where
     *     they were changed
     */
    record File(UUID id, MappedColumns columns, Origin origin, boolean ownList) {}

    /** Numbers of the batches that are through. */
    Set<Long> finished(UUID importId, int batchSize) {
        return progress.finished(importId, batchSize);
    }

    /** Of each row that can be captured, the keys by which its order matters. */
    List<Set<String>> keys(File file, List<CsvRow> rows) {
        return keys.of(rows.stream()
                .filter(row -> file.columns().problem(row) == null)
                .map(row -> check.check(file.columns().capture(row), file.origin()))
                .filter(checked -> checked.violations().isEmpty())
                .toList());
    }

    void take(File file, long number, List<CsvRow> rows) {
        try {
            retry.inTransaction(() -> {
                remaining(file, number, rows);
                return number;
            });
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("Batch {} of import {} goes on row by row", number, file.id());
            for (CsvRow row : rows) {
                alone(file, number, rows, row);
            }
        }
    }

    /** All rows from where the batch stopped. */
    private void remaining(File file, long number, List<CsvRow> rows) {
        int done = progress.lock(file.id(), number);
        BatchResult result = new BatchResult();
        for (CsvRow row : rows.subList(Math.min(done, rows.size()), rows.size())) {
            one(file, row, result);
        }
        progress.write(file.id(), number, rows.size() - done, result);
    }

    private void alone(File file, long number, List<CsvRow> rows, CsvRow row) {
        try {
            retry.inTransaction(() -> {
                if (progress.lock(file.id(), number) == rows.indexOf(row)) {
                    BatchResult result = new BatchResult();
                    one(file, row, result);
                    progress.write(file.id(), number, 1, result);
                }
                return number;
            });
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            String id = UUID.randomUUID().toString();
            LOG.error("Row in line {} of import {} failed: {}", row.line(), file.id(), id, e);
            transaction.executeWithoutResult(status -> {
                if (progress.lock(file.id(), number) == rows.indexOf(row)) {
                    BatchResult result = new BatchResult();
                    refuse(file, row, new Violation("", WORDING.text("failed", id)), result);
                    progress.write(file.id(), number, 1, result);
                }
            });
        }
    }

    private void one(File file, CsvRow row, BatchResult result) {
        String problem = file.columns().problem(row);
        if (problem != null) {
            refuse(file, row, new Violation("", problem), result);
            return;
        }
        CheckedCapture checked = check.check(file.columns().capture(row), file.origin());
        if (checked.violations().isEmpty()) {
            result.add(row.line(), file.ownList() ? captures.captureOwn(checked) : captures.capture(checked));
        } else {
            refuse(file, row, checked.violations().get(0), result);
        }
    }

    private void refuse(File file, CsvRow row, Violation why, BatchResult result) {
        result.refuse(row.line());
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
}
