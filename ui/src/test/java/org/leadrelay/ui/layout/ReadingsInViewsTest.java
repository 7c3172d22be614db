package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way by which pages show a lead leaves a line, and a page that is open leaves no second one. */
@Import(JourneyDriver.class)
class ReadingsInViewsTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LeadCards cards;

    @Autowired
    ReadingLog readings;

    @Autowired
    CurrentPerson person;

    private final String reader = "reader-" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Quackenbush" + UUID.randomUUID().toString().substring(0, 8);
    private UUID lead;

    @BeforeEach
    void aLead() {
        cast.person(reader, Roles.MARKETING, Roles.SALES_MANAGER);
        lead = driver.capture(Map.of(
                Field.FIRST_NAME, "Salma",
                Field.LAST_NAME, name,
                Field.EMAIL, UUID.randomUUID() + "@firm.example",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
        logIn(reader);
    }

    @Test
    void the_page_of_a_lead() {
        open("lead/" + lead);
        assertThat(read()).containsExactly("read-lead " + lead + " page");
    }

    @Test
    void the_diagram_of_a_lead() {
        open("lead/" + lead + "/diagram");
        assertThat(read()).containsExactly("read-lead " + lead + " diagram");
    }

    @Test
    void a_task_of_the_inbox_and_the_list_beside_it() {
        // when
        String task = driver.task(lead, "Activity_QualifyLead");
        open("inbox/" + task);

        // then
        assertThat(read()).containsExactlyInAnyOrder("read-list tasks page", "read-task " + lead + " " + task);

        // when it is opened again in the same page
        UI.getCurrent().navigate("inbox");
        UI.getCurrent().navigate("inbox/" + task);

        // then
        assertThat(read()).filteredOn(each -> each.startsWith("read-task")).hasSize(2);
        assertThat(read()).filteredOn(each -> each.startsWith("read-list")).hasSize(1);
    }

    @Test
    void lists_once_for_each_page_and_filter() {
        // when
        for (String address :
                List.of("leads", "leads?text=" + name, "promises", "imports/duplicates", "imports/consents", "team")) {
            open(address);
        }

        // then
        assertThat(read())
                .containsExactlyInAnyOrder(
                        "read-list leads page",
                        "read-list leads page",
                        "read-list promises page",
                        "read-list duplicates page",
                        "read-list consent-cases page",
                        "read-list waiting page");
    }

    @Test
    void a_search_by_its_length_and_never_by_its_words() {
        // when
        LeadSearch search = new LeadSearch(cards, readings, person, true);
        assertThat(search.find(name)).hasSize(1);

        // then
        assertThat(read()).containsExactly("read-list lead-search page");
        assertThat(jdbc.sql("select count(*) from journey_log where details ilike ?")
                        .param("%" + name + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Kind, subject and way or task of what the reader read. */
    private List<String> read() {
        return jdbc.sql("""
            select kind || ' ' || subject || ' ' || coalesce(details::json ->> 'way', details::json ->> 'task')
            from journey_log where person_ref = (select ref from person_ref where login = ?) and kind in ('read-lead', 'read-journey', 'read-task', 'read-list')
            order by seq
            """).param(reader).query(String.class).list();
    }
}
