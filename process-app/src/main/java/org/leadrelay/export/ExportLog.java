package org.leadrelay.export;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Append-only record of data that was taken out: who, when, what was asked for, and how many rows. */
@Service
public class ExportLog {

    private final CurrentPerson person;
    private final JdbcClient jdbc;
    private final OperationLog log;
    private final Clock clock;

    ExportLog(CurrentPerson person, JdbcClient jdbc, OperationLog log, Clock clock) {
        this.person = person;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One export that happened.
     *
     * @param filter what was asked for, as a query
     */
    public record Export(UUID id, Instant at, String person, String what, String filter, long rows) {}

    /** Newest first; for whoever reads exports. */
    public Page<Export> page(int page, int size) {
        person.get().mustHave(Permission.READ_EXPORTS);
        List<Export> items = jdbc.sql("select * from export_log order by number desc limit ? offset ?")
                .params(size, (long) page * size)
                .query((row, any) -> new Export(
                        row.getObject("id", UUID.class),
                        Sql.instant(row, "at"),
                        row.getString("person"),
                        row.getString("what"),
                        row.getString("filter"),
                        row.getLong("rows")))
                .list();
        return new Page<>(
                items,
                jdbc.sql("select count(*) from export_log").query(Long.class).single());
    }

    /**
     * Puts on record that the current person, who may, takes data out. CommittedText when it returns: nothing leaves
     * before.
     *
     * @param asked what was asked for in words, for the list of exports
     * @param codes the codes and ids among it, for the sealed line: words that are searched for are often a name
     */
    @Transactional
    public void add(String what, String asked, LineDetails codes, long rows) {
        Actor actor = person.get();
        actor.mustHave(Permission.EXPORT);
        UUID id = UUID.randomUUID();
        log.add(
                StreamKind.READING,
                Kind.EXPORTED,
                what,
                codes.and("export", id).and("rows", rows).map());
        jdbc.sql("""
            insert into export_log (id, at, person, what, filter, rows)
            values (?, ?, ?, ?, ?, ?)
            """)
                .params(id, Sql.time(clock.instant()), actor.login(), what, asked.replace("\u0000", ""), rows)
                .update();
    }
}
