package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.redesign.LeadAtStep;
import org.leadrelay.redesign.LiveModel;
import org.leadrelay.redesign.LiveStep;
import org.leadrelay.redesign.LiveTable;
import org.leadrelay.redesign.LiveTables;
import org.leadrelay.redesign.ProcessDashboard;
import org.leadrelay.redesign.StepLeads;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The process as it runs: what stands where, what is late, which rows fire, and who may see which leads. */
class ProcessDashboardTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    ProcessDashboard book;

    @Autowired
    LiveTables tables;

    @Autowired
    StepLeads leads;

    @Autowired
    ManagementService management;

    private List<UUID> all = List.of();

    @BeforeEach
    void nobody_is_anywhere() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        cast.person("olga", Roles.PROCESS_OWNER);
        cast.person("out", Roles.SALES_REP);
        cast.person("moe", Roles.SALES_MANAGER);
        cast.team("Elsewhere", "out", "moe");
        cast.actingAs("moe");
        reps.setCapacity("out", 0);
        cast.actingAsNobody();
    }

    @AfterEach
    void and_nobody_is_left() {
        cast.actingAsNobody();
        all.forEach(journeys::withdraw);
    }

    @Test
    void each_lead_is_counted_where_it_stands_in_the_model_that_calls_and_in_the_one_called() {
        // given
        UUID answered = readyLead();
        UUID nurtured = leadScored(null, null);
        all = List.of(answered, nurtured);

        // when
        cast.actingAs("olga");

        // then
        LiveModel journey = model("lead-journey");
        assertThat(book.models().get(0).id())
                .as("the one that journeys begin with")
                .isEqualTo("lead-journey");
        assertThat(step(journey, ANSWER).leads()).isEqualTo(1);
        assertThat(step(journey, ANSWER).name()).isEqualTo("Answer hand-off");
        assertThat(step(journey, "Activity_Nurture").leads()).isEqualTo(1);
        assertThat(step(model("lead-nurture"), "Gateway_WaitForTouch").leads()).isEqualTo(1);
        assertThat(journey.steps()).allSatisfy(each -> {
            assertThat(each.drawn()).isTrue();
            assertThat(each.older()).isZero();
            assertThat(each.late() + each.failed()).isZero();
        });
        assertThat(journey.older()).isEmpty();
        assertThat(journey.bpmn()).contains("id=\"" + ANSWER + "\"");
        assertThat(model("lead-follow-up").steps()).isEmpty();

        // and when
        LocaleContextHolder.setLocale(Locale.GERMAN);

        // then
        assertThat(step(model("lead-journey"), ANSWER).name()).isNotEqualTo("Answer hand-off");
    }

    @Test
    void a_promise_is_late_from_its_due_instant_on_whether_or_not_its_timer_has_run() {
        // given
        UUID late = readyLead();
        all = List.of(late);
        cast.actingAs("olga");
        assertThat(step(model("lead-journey"), ANSWER).late()).isZero();

        // when
        journeys.advance(Duration.ofDays(3));

        // then
        assertThat(step(model("lead-journey"), ANSWER).late()).isEqualTo(1);
        assertThat(leads.at("lead-journey", ANSWER, 0, 10).items())
                .singleElement()
                .satisfies(each -> assertThat(each.late()).isTrue());
    }

    @Test
    void what_failed_stands_at_the_element_where_it_failed() {
        // given
        UUID failed = leadScored(null, null);
        all = List.of(failed);
        journeys.fireAlone(failed, "Event_TouchDue");
        String job = management.createJobQuery().messages().list().get(0).getId();

        // when
        management.setJobRetries(job, 0);

        // then
        cast.actingAs("olga");
        assertThat(step(model("lead-nurture"), "Activity_SendTouch").failed()).isEqualTo(1);
        assertThat(step(model("lead-nurture"), "Activity_SendTouch").leads()).isEqualTo(1);
        cast.actingAsNobody();
        management.setJobRetries(job, 1);
        journeys.runJobs(failed);
    }

    @Test
    void the_leads_of_a_step_are_listed_as_far_as_one_may_see_them_the_late_ones_first() {
        // given
        UUID late = readyLead();
        journeys.advance(Duration.ofDays(3));
        UUID young = readyLead();
        all = List.of(late, young);
        String rep = journeys.assignee(young, ANSWER);

        // then
        cast.actingAs("olga");
        assertThat(seen(0, 10)).containsExactly(late, young);
        assertThat(seen(1, 10)).containsExactly(young);
        assertThat(leads.at("lead-journey", ANSWER, 0, 1).total()).isEqualTo(2);
        assertThat(leads.at("lead-journey", "Activity_QualifyLead", 0, 10).items())
                .isEmpty();
        assertThat(leads.at("lead-follow-up", ANSWER, 0, 10).items()).isEmpty();
        cast.actingAs(rep);
        assertThat(seen(0, 10)).contains(young);
        cast.actingAs("out");
        assertThat(leads.at("lead-journey", ANSWER, 0, 10).total()).isZero();
        assertThatThrownBy(() -> leads.at("lead-journey", ANSWER, 0, 501)).isInstanceOf(Invalid.class);
    }

    @Test
    void each_row_of_a_table_tells_how_often_it_fired_in_the_last_thirty_days() {
        // given
        cast.actingAs("olga");
        LiveTable before = table("lead-matrix");
        cast.actingAsNobody();

        // when
        all = List.of(readyLead(), readyLead());

        // then
        cast.actingAs("olga");
        LiveTable after = table("lead-matrix");
        assertThat(after.decisions() - before.decisions()).isEqualTo(2);
        assertThat(sum(after) - sum(before)).isEqualTo(2);
        assertThat(after.hits()).hasSize(after.table().rules().size());
        assertThat(after.decidedByOlder()).isZero();
        assertThat(after.older()).isEmpty();
        assertThat(after.table().rules())
                .anySatisfy(each -> assertThat(each.why()).isNotBlank());

        // and when
        journeys.advance(Duration.ofDays(31));

        // then
        assertThat(table("lead-matrix").decisions()).isZero();
    }

    @Test
    void it_takes_as_many_statements_for_a_few_leads_as_for_one() {
        // given
        all = List.of(readyLead());
        cast.actingAs("olga");
        book.models();
        tables.all();
        int one = Statements.of(() -> {
            book.models();
            tables.all();
        });

        // when
        cast.actingAsNobody();
        all = List.of(all.get(0), readyLead(), leadScored(null, null), readyLead());
        cast.actingAs("olga");

        // then
        assertThat(Statements.of(() -> {
                    book.models();
                    tables.all();
                }))
                .isEqualTo(one);
    }

    @Test
    void it_is_for_whoever_may_read_the_process() {
        // given
        cast.person("nina");
        cast.actingAs("nina");

        // then
        assertThatThrownBy(book::models).isInstanceOf(Forbidden.class);
        assertThatThrownBy(tables::all).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> leads.at("lead-journey", ANSWER, 0, 10)).isInstanceOf(Forbidden.class);
    }

    private List<UUID> seen(int offset, int limit) {
        return leads.at("lead-journey", ANSWER, offset, limit).items().stream()
                .map(LeadAtStep::lead)
                .map(LeadRow::id)
                .toList();
    }

    private LiveModel model(String id) {
        return book.models().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LiveTable table(String id) {
        return tables.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LiveStep step(LiveModel model, String element) {
        return model.steps().stream()
                .filter(each -> each.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not among " + model.steps()));
    }

    private static long sum(LiveTable table) {
        return table.hits().stream().mapToLong(each -> each).sum();
    }
}
