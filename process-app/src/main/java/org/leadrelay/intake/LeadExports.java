package org.leadrelay.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.TooLarge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The list of leads as a file; who took what is logged before the first row leaves. */
@Service
public class LeadExports {

    private static final int MOST = 100_000;
    private static final int PAGE = 500;

    private final LeadCards cards;
    private final CurrentPerson person;
    private final JdbcClient jdbc;
    private final Clock clock;

    LeadExports(LeadCards cards, CurrentPerson person, JdbcClient jdbc, Clock clock) {
        this.cards = cards;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One export that happened.
     *
     * @param filter what was asked for, as a query
     */
    public record Export(
            UUID id, Instant at, String person, String what, String filter, long rows) {}

    /**
     * Writes all leads of the query that the person may see, in its order.
     *
     * @throws TooLarge when there are more than 100,000
     */
    public void write(LeadQuery query, OutputStream into) throws IOException {
        Actor actor = person.get();
        Page<LeadRow> page = cards.page(query.at(0), actor);
        if (page.total() > MOST) {
            throw new TooLarge(
                    "%d leads; a file holds at most %d. Narrow the list."
                            .formatted(page.total(), MOST));
        }
        log(actor, query, page.total());
        Writer out = new OutputStreamWriter(into, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "id",
                "name",
                "email",
                "phone",
                "company",
                "source",
                "campaign",
                "origin",
                "externalId",
                "owner",
                "step",
                "end",
                "route",
                "priority",
                "fit",
                "maturity",
                "lap",
                "createdAt",
                "capturedAt");
        for (int number = 1; !page.items().isEmpty(); number++) {
            page.items().forEach(each -> csv.writeRecord(cells(each)));
            page = cards.page(query.at(number), actor);
        }
        csv.flush();
        out.flush();
    }

    /** Newest first; for auditors and administrators. */
    public Page<Export> log(int page, int size) {
        person.get().mustHave(Roles.AUDITOR, Roles.ADMINISTRATOR);
        List<Export> items =
                jdbc.sql("select * from export_log order by at desc, id limit ? offset ?")
                        .params(size, (long) page * size)
                        .query(
                                (row, any) ->
                                        new Export(
                                                row.getObject("id", UUID.class),
                                                row.getTimestamp("at").toInstant(),
                                                row.getString("person"),
                                                row.getString("what"),
                                                row.getString("filter"),
                                                row.getLong("rows")))
                        .list();
        return new Page<>(
                items, jdbc.sql("select count(*) from export_log").query(Long.class).single());
    }

    private void log(Actor actor, LeadQuery query, long rows) {
        jdbc.sql(
                        """
                        insert into export_log (id, at, person, what, filter, rows)
                        values (?, ?, ?, 'leads', ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.login(),
                        query.toString().replace("\u0000", ""),
                        rows)
                .update();
    }

    static LeadQuery sized(LeadQuery query) {
        return new LeadQuery(
                query.q(),
                query.source(),
                query.step(),
                query.end(),
                query.state(),
                query.priority(),
                query.owner(),
                0,
                PAGE,
                query.sort());
    }

    private static List<String> cells(LeadRow lead) {
        return Stream.of(
                        lead.id(),
                        lead.name(),
                        text(lead.email()),
                        text(lead.phone()),
                        text(lead.company()),
                        text(lead.source()),
                        text(lead.campaign()),
                        lead.origin(),
                        text(lead.externalId()),
                        text(lead.owner()),
                        text(lead.step()),
                        text(lead.end()),
                        text(lead.route()),
                        text(lead.priority()),
                        text(lead.fit()),
                        text(lead.maturity()),
                        text(lead.lap()),
                        lead.createdAt(),
                        lead.capturedAt())
                .map(each -> Formulas.harmless(each.toString()))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
