package org.leadrelay.intake;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.intake.ImportJobEntity.State;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Idempotency;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Life cycle of import jobs. How far each has come is summed from its batches, in SQL. */
@Component
class ImportJobs {

    private static final String PROGRESS = """
        select j.*, b.*, u.* from import_job j cross join lateral (
            select coalesce(sum(rows_read), 0) as rows_read,
                   coalesce(sum(created), 0) as created,
                   coalesce(sum(merged), 0) as merged,
                   coalesce(sum(unchanged), 0) as unchanged,
                   coalesce(sum(returned), 0) as returned,
                   coalesce(sum(to_decide), 0) as to_decide,
                   coalesce(sum(refused), 0) as refused
            from import_batch where import_id = j.id) b
        left join lateral (
            select asked_by, asked_at, finished_at as undone_at,
                   (select count(*) from import_row r
                    where r.import_id = j.id and r.undo is not null) as rows_undone
            from import_undo where import_id = j.id) u on true
        """;

    private final ImportJobRepository jobs;
    private final JdbcClient jdbc;
    private final OperationLog log;
    private final Clock clock;

    ImportJobs(ImportJobRepository jobs, JdbcClient jdbc, OperationLog log, Clock clock) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** What reading the file needs. */
    record Job(
            UUID id,
            String fileName,
            String state,
            long size,
            Charset charset,
            char delimiter,
            long estimatedRows,
            @Nullable String mapping,
            @Nullable String origin,
            @Nullable String source,
            String createdBy,
            @Nullable Instant asOf,
            List<Charset> encodings) {

        String originName() {
            return origin == null ? fileName : origin;
        }

        /** The same file, read in another encoding. */
        Job in(Charset other, char otherDelimiter) {
            return new Job(
                    id,
                    fileName,
                    state,
                    size,
                    other,
                    otherDelimiter,
                    estimatedRows,
                    mapping,
                    origin,
                    source,
                    createdBy,
                    asOf,
                    encodings);
        }
    }

    @Transactional
    void draft(UUID id, String fileName, String person) {
        jobs.saveAndFlush(new ImportJobEntity(id, fileName, person, clock.instant()));
    }

    @Transactional
    void found(UUID id, ImportFiles.Stored stored) {
        change(id, job -> job.found(stored));
    }

    @Transactional
    void readAs(UUID id, Charset charset, char delimiter) {
        change(id, job -> job.readAs(charset, delimiter));
    }

    @Transactional
    void header(UUID id, List<String> header) {
        change(id, job -> job.readHeader(header));
    }

    /**
     * @throws Conflict when it was started already
     */
    @Transactional
    void queue(
            UUID id,
            @Nullable String name,
            String mapping,
            String origin,
            @Nullable String source,
            @Nullable Instant asOf) {
        change(id, job -> job.queue(name, mapping, origin, source, asOf));
        log.add(
                StreamKind.INTAKE,
                Kind.IMPORT_STARTED,
                id.toString(),
                LineDetails.of("mapping", CommittedText.orNull(mapping))
                        .and(
                                "file",
                                find(id).map(job -> CommittedText.orNull(job.fileName()))
                                        .orElse(null))
                        .and("origin", CommittedText.orNull(origin))
                        .and("asOf", asOf)
                        .map());
    }

    /** Runs it, unless it was cancelled while it waited. */
    @Transactional
    void running(UUID id) {
        unlessEnded(id, job -> job.run(clock.instant()), null);
    }

    /** It has been read to its end, unless it was cancelled meanwhile. */
    @Transactional
    void done(UUID id) {
        unlessEnded(id, job -> job.done(clock.instant()), "done");
    }

    /** It cannot be read, unless it was cancelled meanwhile. */
    @Transactional
    void failed(UUID id, String message) {
        unlessEnded(id, job -> job.fail(message, clock.instant()), "failed");
    }

    /**
     * @throws Conflict when it has ended already
     */
    @Transactional
    void cancel(UUID id) {
        change(id, job -> job.cancel(clock.instant()));
        log.add(
                StreamKind.INTAKE,
                Kind.IMPORT_CANCELLED,
                id.toString(),
                counts(id).map());
    }

    /** Ids of those that wait or run, oldest first. */
    List<UUID> open() {
        return jobs.idsIn(Set.of(State.QUEUED, State.RUNNING));
    }

    boolean isRunning(UUID id) {
        return jobs.existsByIdAndState(id, State.RUNNING);
    }

    /** Drops the drafts that nobody started within a day, with their files, and what else is as old. */
    @Transactional
    void dropForgotten(Idempotency idempotency) {
        noteCleaning("import-drafts", jobs.deleteIn(State.DRAFT, clock.instant().minus(Duration.ofDays(1))));
        noteCleaning("idempotency-keys", idempotency.sweep());
    }

    private void noteCleaning(String what, int rows) {
        if (rows > 0) {
            log.add(
                    StreamKind.OPERATION,
                    Kind.CLEANED_UP,
                    what,
                    LineDetails.of("rows", rows).map());
        }
    }

    Optional<Job> find(UUID id) {
        return jobs.findById(id).map(ImportJobEntity::job);
    }

    /**
     * @param end what it ends as, for the log; null when it does not
     */
    private void unlessEnded(UUID id, Consumer<ImportJobEntity> what, @Nullable String end) {
        Optional<ImportJobEntity> open =
                jobs.lock(id).filter(job -> !job.state().isEnd());
        open.ifPresent(what);
        jobs.flush();
        if (open.isPresent() && end != null) {
            log.add(
                    StreamKind.INTAKE,
                    Kind.IMPORT_ENDED,
                    id.toString(),
                    counts(id).and("state", end).map());
        }
    }

    private LineDetails counts(UUID id) {
        ImportProgress counted = progress(id).orElseThrow();
        return LineDetails.of("rows", counted.read())
                .and("created", counted.created())
                .and("merged", counted.merged())
                .and("refused", counted.refused());
    }

    /** Flushed, because progress is read with SQL. */
    private void change(UUID id, Consumer<ImportJobEntity> what) {
        jobs.lock(id).ifPresent(what);
        jobs.flush();
    }

    Optional<ImportProgress> progress(UUID id) {
        return jdbc.sql(PROGRESS + " where j.id = ?")
                .param(id)
                .query(ImportJobs::progress)
                .optional();
    }

    List<ImportProgress> latest(int page, int size) {
        return jdbc.sql(PROGRESS + " where j.state <> 'draft'" + " order by j.created_at desc, j.id limit ? offset ?")
                .params(size, (long) page * size)
                .query(ImportJobs::progress)
                .list();
    }

    long count() {
        return jobs.countByStateNot(State.DRAFT);
    }

    private static ImportProgress progress(ResultSet row, int any) throws SQLException {
        return new ImportProgress(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("state"),
                row.getString("mapping_name"),
                row.getString("origin"),
                row.getString("source"),
                Sql.instantOrNull(row, "as_of"),
                row.getLong("estimated_rows"),
                row.getLong("rows_read"),
                row.getLong("created"),
                row.getLong("merged"),
                row.getLong("unchanged"),
                row.getLong("returned"),
                row.getLong("to_decide"),
                row.getLong("refused"),
                row.getString("message"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"),
                undo(row));
    }

    private static ImportProgress.@Nullable Undo undo(ResultSet row) throws SQLException {
        Instant asked = Sql.instantOrNull(row, "asked_at");
        return asked == null
                ? null
                : new ImportProgress.Undo(
                        row.getString("asked_by"),
                        asked,
                        Sql.instantOrNull(row, "undone_at"),
                        row.getLong("rows_undone"));
    }
}
