package org.leadrelay.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.LeadNames;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries of the rows behind a number (drill-down), with the names of those leads that the current person may see. */
@Component
class DrillDownQueries {

    /** So many are in memory at a time, and no connection is held while they are written. */
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final LeadNames names;
    private final BoardPeople people;
    private final CurrentPerson current;

    DrillDownQueries(JdbcClient jdbc, LeadNames names, BoardPeople people, CurrentPerson current) {
        this.jdbc = jdbc;
        this.names = names;
        this.people = people;
        this.current = current;
    }

    /** Which rows of a statement. */
    record Selection(
            BoardStatement statement,
            BoardNumber number,
            @Nullable String group,
            BoardPart part) {

        private @Nullable Grouping grouping() {
            return number.groupedBy(statement.filter().group());
        }

        private String rows() {
            return statement.rows(number, grouping(), group != null, part);
        }

        private String count() {
            return statement.count(number, grouping(), group != null, part);
        }

        private Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = statement.parameters();
            parameters.put("group", group);
            return parameters;
        }
    }

    /** Where the next rows begin: what came in together goes on by its id. */
    private record Mark(Instant entered, String id) {}

    /** Rows in the order in which they came in, and where they end. */
    private record Batch(List<LeadOfNumber> rows, @Nullable Mark last) {}

    long count(Selection selection) {
        return jdbc.sql(selection.count())
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    Page<LeadOfNumber> page(Selection selection, int offset, int limit) {
        Batch batch = read(selection, "", Map.of("limit", limit, "offset", offset), " offset :offset");
        return new Page<>(batch.rows(), count(selection));
    }

    /** All of them, each handed on once however many come in meanwhile. */
    void each(Selection selection, Consumer<LeadOfNumber> taker) {
        Mark mark = null;
        do {
            Batch batch = mark == null
                    ? read(selection, "", Map.of("limit", BATCH), "")
                    : read(
                            selection,
                            " where (entered, id) > (:entered, :id)",
                            Map.of("limit", BATCH, "entered", Sql.time(mark.entered()), "id", mark.id()),
                            "");
            batch.rows().forEach(taker);
            mark = batch.rows().size() < BATCH ? null : batch.last();
        } while (mark != null);
    }

    private Batch read(Selection selection, String where, Map<String, Object> more, String end) {
        List<LeadOfNumber> rows = new ArrayList<>();
        Mark[] last = new Mark[1];
        jdbc.sql("select * from (" + selection.rows() + ") behind" + where + " order by entered, id limit :limit" + end)
                .params(selection.parameters())
                .params(more)
                .query(row -> {
                    rows.add(
                            LeadOfNumbers.of(row, selection.statement().bounds().zone(), people));
                    last[0] = new Mark(Sql.instant(row, "entered"), row.getString("id"));
                });
        return new Batch(named(rows), last[0]);
    }

    private List<LeadOfNumber> named(List<LeadOfNumber> rows) {
        Map<UUID, String> called = names.seenBy(
                current.get(),
                rows.stream().map(LeadOfNumber::leadId).distinct().toList());
        return rows.stream().map(row -> row.called(called.get(row.leadId()))).toList();
    }
}
