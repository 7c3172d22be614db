package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.TooLarge;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.stereotype.Service;

/** CSV export of the list of leads, logged before the first row leaves. */
@Service
public class LeadExports {

    private static final Wording WORDING = Wording.of(LeadExports.class);

    private static final int MOST = 100_000;
    private static final int PAGE = 500;

    private static final List<Column> ALL = List.of(
            new Column("id", lead -> text(lead.id())),
            new Column("name", lead -> text(lead.name())),
            new Column("email", lead -> text(lead.email())),
            new Column("phone", lead -> text(lead.phone())),
            new Column("company", lead -> text(lead.company())),
            new Column("source", lead -> text(lead.source())),
            new Column("campaign", lead -> text(lead.campaign())),
            new Column("origin", lead -> text(lead.origin())),
            new Column("externalId", lead -> text(lead.externalId())),
            new Column("owner", lead -> text(lead.owner())),
            new Column("step", lead -> text(lead.step())),
            new Column("end", lead -> text(lead.end())),
            new Column("route", lead -> text(lead.route())),
            new Column("priority", lead -> text(lead.priority())),
            new Column("fit", lead -> text(lead.fit())),
            new Column("maturity", lead -> text(lead.maturity())),
            new Column("lap", lead -> text(lead.lap())),
            new Column("createdAt", lead -> text(lead.createdAt())),
            new Column("capturedAt", lead -> text(lead.capturedAt())));

    private final LeadCards cards;
    private final CurrentPerson person;
    private final ExportLog log;

    LeadExports(LeadCards cards, CurrentPerson person, ExportLog log) {
        this.cards = cards;
        this.person = person;
        this.log = log;
    }

    /** A column of the file: its heading, and what stands in it. */
    public record Column(String heading, Function<LeadRow, String> value) {}

    /**
     * Writes all leads of the query that the person may see, in its order, with all that is in a
     * list's row.
     *
     * @throws TooLarge when there are more than 100,000
     */
    public void write(LeadQuery query, OutputStream into) throws IOException {
        write(query, ALL, into);
    }

    /**
     * Writes all leads of the query that the person may see, in its order, with these columns.
     *
     * @throws TooLarge when there are more than 100,000
     */
    public void write(LeadQuery asked, List<Column> columns, OutputStream into) throws IOException {
        Actor actor = person.get();
        LeadQuery query = sized(asked);
        Page<LeadRow> page = cards.page(query, actor);
        if (page.total() > MOST) {
            throw new TooLarge(WORDING.text("tooManyLeads", page.total(), MOST));
        }
        log.add("leads", asked + " " + columns.stream().map(Column::heading).toList(), codes(asked), page.total());
        CsvFile file = new CsvFile(into, columns.stream().map(Column::heading).toList());
        for (int number = 1; !page.items().isEmpty(); number++) {
            page.items().forEach(each -> file.write(cells(each, columns)));
            page = cards.page(query.at(number), actor);
        }
        file.end();
    }

    /** The headings of a file with all that is in a list's row. */
    public static List<String> headings() {
        return ALL.stream().map(Column::heading).toList();
    }

    private static LineDetails codes(LeadQuery asked) {
        return LineDetails.of("state", asked.state())
                .and("sort", asked.sort())
                .andTyped("source", asked.source())
                .andTyped("step", asked.step())
                .andTyped("end", asked.end())
                .andTyped("priority", asked.priority())
                .andTyped("owner", asked.owner())
                .andTyped("words", asked.q());
    }

    private static LeadQuery sized(LeadQuery query) {
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

    private static List<String> cells(LeadRow lead, List<Column> columns) {
        return columns.stream().map(each -> each.value().apply(lead)).toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
