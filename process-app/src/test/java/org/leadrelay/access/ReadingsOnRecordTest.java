package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.access.WhoMayWhat.May;
import org.leadrelay.access.WhoMayWhat.Row;
import org.leadrelay.access.WhoMayWhat.Whose;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.worklist.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Walks the operations that show leads, and looks for the line that says who read what. */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class ReadingsOnRecordTest {

    private static final Set<String> ONE = Set.of("lead", "task");

    private static final Map<String, String> WITHOUT_A_LINE = Map.of(
            "GET /api/tasks/{id}/candidates", "names colleagues, not a lead",
            "GET /api/tasks/{id}/draft", "shows somebody's own words",
            "GET /api/team/reps", "names reps, not leads");

    /** Lists of leads whose rows are nobody's own. */
    private static final Set<String> LISTS = Set.of(
            "GET /api/duplicates",
            "GET /api/consent-cases",
            "GET /api/imports/{id}/rows",
            "GET /api/imports/{id}/rows.csv",
            "GET /api/imports/{id}/refused.csv",
            "GET /api/charter/versions/{version}/recomputation",
            "GET /api/charter/versions/{version}/recomputation.csv",
            "GET /api/team/waiting");

    @Autowired
    MockMvc mvc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private final MatrixPeople everybody = new MatrixPeople();
    private final MatrixObjects objects = new MatrixObjects(everybody);
    private Map<Caller, RequestPostProcessor> callers = Map.of();

    @BeforeEach
    void aCompany() {
        database.empty();
        beans.autowireBean(everybody);
        beans.autowireBean(objects);
        callers = everybody.people();
    }

    @Test
    void whoever_reads_a_lead_leaves_a_line_and_whoever_is_refused_none() throws Exception {
        // given
        List<Row> showing = WhoMayWhat.read().rows().stream()
                .filter(each -> each.method().equals("GET"))
                .filter(each -> ONE.contains(each.object())
                        || each.object().endsWith(" listed")
                        || LISTS.contains(each.operation()))
                .filter(each -> !WITHOUT_A_LINE.containsKey(each.operation()))
                .toList();
        List<String> wrong = new ArrayList<>();

        // when
        for (Row row : showing) {
            for (Caller caller : List.of(Caller.SALES_REP, Caller.SALES_MANAGER, Caller.MARKETING, Caller.NO_ROLE)) {
                read(row, caller).ifPresent(wrong::add);
            }
        }

        // then
        assertThat(showing).hasSizeGreaterThan(12);
        assertThat(wrong).isEmpty();
    }

    private Optional<String> read(Row row, Caller caller) throws Exception {
        May may = row.may().get(caller);
        Optional<Map<String, String>> object = Stream.of(Whose.OWN, Whose.TEAM, Whose.FOREIGN)
                .filter(each -> may == May.NO || may.allows(each))
                .flatMap(each -> objects.object(row.object(), caller, each).stream())
                .findFirst();
        if (object.isEmpty()) {
            return Optional.empty();
        }
        String path = row.path().replace("{version}", "1");
        for (Map.Entry<String, String> each : object.get().entrySet()) {
            path = path.replace("{" + each.getKey() + "}", each.getValue());
        }
        String kind = expected(row).code();
        long before = lines(kind, caller);
        int status = mvc.perform(MockMvcRequestBuilders.get(URI.create(path)).with(callers.get(caller)))
                .andReturn()
                .getResponse()
                .getStatus();
        long written = lines(kind, caller) - before;
        return written == (status == 200 ? 1 : 0)
                ? Optional.empty()
                : Optional.of("%s by %s: answered with %d, and left %d lines '%s'"
                        .formatted(row.operation(), caller.code(), status, written, kind));
    }

    private static Kind expected(Row row) {
        if (row.path().endsWith(".csv")) {
            return Kind.EXPORTED;
        }
        if (row.object().equals("task")) {
            return Kind.READ_TASK;
        }
        if (row.object().equals("lead")) {
            return row.path().contains("/journey") ? Kind.READ_JOURNEY : Kind.READ_LEAD;
        }
        return Kind.READ_LIST;
    }

    private long lines(String kind, Caller caller) {
        return jdbc.sql("select count(*) from journey_log where kind = ?"
                        + " and coalesce(person, (select login from person_ref where ref = person_ref)) = ?")
                .params(kind, MatrixPeople.login(caller))
                .query(Long.class)
                .single();
    }

    @Test
    void what_was_searched_for_stands_in_no_line() throws Exception {
        // when
        String name = "Quackenbush";
        for (String path :
                List.of("/api/leads?q=", "/api/leads.csv?q=", "/api/tasks?text=", "/api/promises.csv?source=")) {
            mvc.perform(MockMvcRequestBuilders.get(path + name).with(callers.get(Caller.SALES_MANAGER)));
        }

        // then
        assertThat(jdbc.sql("select count(*) from journey_log where details ilike '%quackenbush%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(lines(Kind.EXPORTED.code(), Caller.SALES_MANAGER)).isEqualTo(2);
    }
}
