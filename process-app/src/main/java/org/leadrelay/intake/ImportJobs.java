package org.leadrelay.intake;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind imports. */
@Component
class ImportJobs {

    private static final String PROGRESS =
            """
            select j.*, b.* from import_job j cross join lateral (
                select coalesce(sum(rows_read), 0) as rows_read,
                       coalesce(sum(created), 0) as created,
                       coalesce(sum(merged), 0) as merged,
                       coalesce(sum(unchanged), 0) as unchanged,
                       coalesce(sum(returned), 0) as returned,
                       coalesce(sum(to_decide), 0) as to_decide,
                       coalesce(sum(refused), 0) as refused
                from import_batch where import_id = j.id) b
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
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
            String createdBy) {

        String originName() {
            return origin == null ? fileName : origin;
        }
    }

    void draft(UUID id, String fileName, String person) {
        jdbc.sql(
                        """
                        insert into import_job (id, file_name, size, charset, delimiter,
                            estimated_rows, state, created_by, created_at)
                        values (?, ?, 0, 'UTF-8', ',', 0, 'draft', ?, ?)
                        """)
                .params(id, fileName, person, now())
                .update();
    }

    void found(UUID id, ImportFiles.Stored stored) {
        jdbc.sql(
                        """
                        update import_job set size = ?, charset = ?, delimiter = ?, estimated_rows = ?
                        where id = ?
                        """)
                .params(
                        stored.size(),
                        stored.charset().name(),
                        String.valueOf(stored.delimiter()),
                        Math.max(0, stored.lines() - 1),
                        id)
                .update();
    }

    void header(UUID id, List<String> header) {
        template.update(
                "update import_job set header = ? where id = ?",
                header.stream().map(each -> each.replace("\u0000", "")).toArray(String[]::new),
                id);
    }

    boolean queue(
            UUID id,
            @Nullable String name,
            String mapping,
            String origin,
            @Nullable String source) {
        return jdbc.sql(
                                """
                                update import_job set state = 'queued', mapping_name = ?,
                                    mapping = cast(? as jsonb), origin = ?, source = ?
                                where id = ? and state = 'draft'
                                """)
                        .params(name, mapping, origin, source, id)
                        .update()
                == 1;
    }

    void running(UUID id) {
        jdbc.sql(
                        """
                        update import_job set state = 'running',
                            started_at = coalesce(started_at, ?)
                        where id = ? and state in ('queued', 'running')
                        """)
                .params(now(), id)
                .update();
    }

    /** Ends it unless it has ended already. */
    boolean finish(UUID id, String state, @Nullable String message) {
        return jdbc.sql(
                                """
                                update import_job set state = ?, message = ?, finished_at = ?
                                where id = ? and state in ('draft', 'queued', 'running')
                                """)
                        .params(state, message, now(), id)
                        .update()
                == 1;
    }

    /** Ids of those that wait or run, oldest first. */
    List<UUID> open() {
        return jdbc.sql(
                        """
                        select id from import_job where state in ('queued', 'running')
                        order by created_at, id
                        """)
                .query(UUID.class)
                .list();
    }

    /** Drafts that nobody started within a day. */
    List<UUID> forgottenDrafts() {
        return jdbc.sql("select id from import_job where state = 'draft' and created_at < ?")
                .param(now().minusDays(1))
                .query(UUID.class)
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("delete from import_job where id = ? and state = 'draft'").param(id).update();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql("select * from import_job where id = ?")
                .param(id)
                .query(ImportJobs::job)
                .optional();
    }

    Optional<ImportProgress> progress(UUID id) {
        return jdbc.sql(PROGRESS + " where j.id = ?")
                .param(id)
                .query(ImportJobs::progress)
                .optional();
    }

    List<ImportProgress> latest(int page, int size) {
        return jdbc.sql(
                        PROGRESS
                                + " where j.state <> 'draft'"
                                + " order by j.created_at desc, j.id limit ? offset ?")
                .params(size, (long) page * size)
                .query(ImportJobs::progress)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from import_job where state <> 'draft'")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Job job(ResultSet row, int any) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("state"),
                row.getLong("size"),
                Charset.forName(row.getString("charset")),
                row.getString("delimiter").charAt(0),
                row.getLong("estimated_rows"),
                row.getString("mapping"),
                row.getString("origin"),
                row.getString("source"),
                row.getString("created_by"));
    }

    private static ImportProgress progress(ResultSet row, int any) throws SQLException {
        return new ImportProgress(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("state"),
                row.getString("mapping_name"),
                row.getString("origin"),
                row.getString("source"),
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
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
