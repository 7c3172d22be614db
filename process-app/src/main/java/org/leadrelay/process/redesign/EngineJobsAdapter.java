package org.leadrelay.process.redesign;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.process.AsCurrentPerson;
import org.leadrelay.process.ModelContract;
import org.leadrelay.redesign.EngineJobs;
import org.leadrelay.redesign.FailureCause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adapter to the engine's failed jobs: its incidents and its jobs that keep an error, and its own command to try again. */
@Component
class EngineJobsAdapter implements EngineJobs {

    /** An incident names its job, and a job keeps its error: both are found by an index, among however many timers. */
    private static final String FAILED = """
        select j.id_ as id, j.retries_ as tries, j.exception_stack_id_ as stack, j.process_instance_id_ as instance,
            d.key_ as model, d.version_ as version, coalesce(j.failed_act_id_, at.act_id_) as element,
            case when j.retries_ = 0 then i.incident_timestamp_ at time zone 'UTC' end as since,
            case when j.retries_ > 0 then j.duedate_ at time zone 'UTC' end as next_try
        from act_ru_job j
        left join act_ru_jobdef at on at.id_ = j.job_def_id_
        left join act_re_procdef d on d.id_ = j.process_def_id_
        left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
        where j.id_ in (select configuration_ from act_ru_incident where incident_type_ = 'failedJob'
            union select id_ from act_ru_job where exception_stack_id_ is not null)
        """;

    private static final String GROUPS = """
        select g.*, b.bytes_ as trace
        from (select model, coalesce(max(version), 0) as version, element,
                count(*) filter (where tries = 0) as given_up, count(*) filter (where tries > 0) as waiting,
                min(since) as since, min(next_try) as next_try,
                (array_agg(stack order by since desc nulls last, id))[1] as stack
            from (%s) f group by model, element) g
        left join act_ge_bytearray b on b.id_ = g.stack
        order by g.given_up desc, g.since, g.model, g.element
        """.formatted(FAILED);

    private static final String JOBS = """
        select f.*, e.business_key_ as lead, b.bytes_ as trace
        from (%s) f
        left join act_ru_execution e on e.id_ = f.instance
        left join act_ge_bytearray b on b.id_ = f.stack
        """.formatted(FAILED);

    private static final String OF_ELEMENT =
            " f.model is not distinct from cast(? as text) and f.element is not distinct from cast(? as text)";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final AsCurrentPerson acting;

    EngineJobsAdapter(JdbcClient jdbc, ManagementService management, AsCurrentPerson acting) {
        this.jdbc = jdbc;
        this.management = management;
        this.acting = acting;
    }

    @Override
    public List<Group> groups() {
        return jdbc.sql(GROUPS)
                .query((row, number) -> new Group(
                        row.getString("model"),
                        row.getInt("version"),
                        row.getString("element"),
                        row.getLong("given_up"),
                        row.getLong("waiting"),
                        Sql.instantOrNull(row, "since"),
                        Sql.instantOrNull(row, "next_try"),
                        failure(row)))
                .list();
    }

    @Override
    public List<Job> at(@Nullable Place place, int offset, int limit) {
        return from(JOBS, place, " order by f.tries > 0, f.since, f.next_try, f.id limit ? offset ?")
                .param(limit)
                .param(offset)
                .query(EngineJobsAdapter::job)
                .list();
    }

    @Override
    public List<String> givenUp(@Nullable Place place) {
        return from("select id from (" + FAILED + ") f", place, " and f.tries = 0 order by f.since, f.id")
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec from(String select, @Nullable Place place, String end) {
        return place == null
                ? jdbc.sql(select + " where true" + end)
                : jdbc.sql(select + " where" + OF_ELEMENT + end)
                        .param(place.model())
                        .param(place.element());
    }

    @Override
    public List<Job> lock(Collection<String> ids) {
        String[] asked = ids.toArray(String[]::new);
        jdbc.sql("select id_ from act_ru_job where id_ = any(?) order by id_ for update")
                .param(asked)
                .query(String.class)
                .list();
        return jdbc.sql(JOBS + " where f.id = any(?) order by f.id")
                .param(asked)
                .query(EngineJobsAdapter::job)
                .list();
    }

    @Override
    public boolean exists(String id) {
        return jdbc.sql("select exists (select from act_ru_job where id_ = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<String> trace(String id) {
        return jdbc.sql("""
            select b.bytes_ from act_ru_job j join act_ge_bytearray b on b.id_ = j.exception_stack_id_ where j.id_ = ?
            """)
                .param(id)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    @Override
    public void tryAgain(Collection<String> ids, int tries, Instant from) {
        acting.asCurrentPerson(() -> {
            management
                    .setJobRetries(tries)
                    .jobIds(List.copyOf(ids))
                    .dueDate(Date.from(from))
                    .execute();
            return ids;
        });
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        String key = row.getString("lead");
        return new Job(
                row.getString("id"),
                row.getString("model"),
                row.getInt("version"),
                row.getString("element"),
                row.getString("instance"),
                key == null ? null : ModelContract.leadOf(key).orElse(null),
                Sql.instantOrNull(row, "since"),
                Sql.instantOrNull(row, "next_try"),
                failure(row));
    }

    private static FailureCause failure(ResultSet row) throws SQLException {
        byte[] trace = row.getBytes("trace");
        return FailureCause.of(trace == null ? "" : new String(trace, StandardCharsets.UTF_8));
    }
}
