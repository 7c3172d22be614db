package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Nobody judges a case in which they took part, and the task says why. */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class UninvolvedTest {

    private static final Map<String, Object> ACCEPT = Map.of("outcome", "accept");

    @Autowired
    TaskCommands work;

    @Autowired
    TaskQueries worklist;

    @Autowired
    People people;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private UUID lead;
    private String verdict;

    @BeforeEach
    void aDispute() {
        database.empty();
        people.loginsByRole(Roles.ARBITER).forEach(each -> cast.person(each, Roles.AUDITOR));
        Desk.staff(cast);
        cast.person("double", Roles.ARBITER, Roles.MARKETING, Roles.SALES_REP, Roles.SALES_MANAGER);
        cast.team("Inbound", "ada", "ben", "boss", "double");
        lead = desk.lead();
        verdict = task("Activity_GiveVerdict", "arbiter", null);
    }

    @AfterEach
    void nobodyIsEverything() {
        cast.actingAsNobody();
        cast.person("double", Roles.AUDITOR);
    }

    private String task(String step, String role, String assignee) {
        return desk.task(lead, step, role, assignee, "high", Duration.ofHours(1));
    }

    @Test
    void whoever_only_looked_may_judge() {
        String review = task("Activity_ReviewRejection", "marketing", "double");
        cast.actingAs("double");
        worklist.task(review);

        assertThat(worklist.task(verdict).mayAnswer()).isTrue();
        work.complete(verdict, ACCEPT);
    }

    @Test
    void whoever_commented_on_the_case_may_not() {
        String review = task("Activity_ReviewRejection", "marketing", null);
        cast.actingAs("double");
        work.comment(review, "I know them");

        assertRefused("You commented on this case on 2 March 2026.");
    }

    @Test
    void whoever_took_a_task_and_gave_it_back_may_not() {
        String review = task("Activity_ReviewRejection", "marketing", null);
        cast.actingAs("double");
        work.claim(review);
        work.release(review);

        assertRefused("of this lead on 2 March 2026.");
    }

    @Test
    void whoever_gave_somebody_elses_task_on_may_not() {
        String answer = task("Activity_AnswerHandOff", "sales-rep", "ada");
        cast.actingAs("double");
        work.reassign(answer, "ben");

        assertRefused("You moved a task of this lead on 2 March 2026.");
    }

    @Test
    void whoever_owned_the_lead_may_not_and_reads_from_when_until_when() {
        String answer = task("Activity_AnswerHandOff", "sales-rep", null);
        cast.actingAs("double");
        work.claim(answer);
        clock.advance(Duration.ofDays(7));
        cast.actingAs("boss");
        work.reassign(answer, "ben");
        cast.actingAs("double");

        assertRefused("You owned this lead from 2 March 2026 to 9 March 2026.");
        assertThat(worklist.task(verdict).whyNot()).contains("both, judge may answer.");
    }

    @Test
    void a_part_in_an_earlier_lap_counts() {
        String review = task("Activity_ReviewRejection", "marketing", null);
        cast.actingAs("double");
        work.complete(review, ACCEPT);
        clock.advance(Duration.ofDays(1));
        jdbc.sql("update journey set lap_since = ? where lead_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), lead)
                .update();

        assertRefused("That was in an earlier lap.");
    }

    @Test
    void whoever_judged_may_comment_on_it_give_it_back_and_judge_the_lead_again() {
        cast.actingAs("double");
        work.comment(verdict, "Let me see");
        work.claim(verdict);
        work.release(verdict);
        work.complete(verdict, ACCEPT);
        verdict = task("Activity_GiveVerdict", "arbiter", null);

        assertThat(worklist.task(verdict).whyNot()).isNull();
        work.complete(verdict, ACCEPT);
    }

    @Test
    void the_list_marks_it_and_rest_says_why() throws Exception {
        cast.actingAs("double");
        work.complete(task("Activity_ReviewRejection", "marketing", null), ACCEPT);

        assertThat(worklist.rows(InboxQuery.of(Scope.ALL).role("arbiter")))
                .extracting(TaskRow::whyNot)
                .allMatch(why -> why != null && why.contains("You completed"));
        RequestPostProcessor caller = httpBasic("double", Cast.PASSWORD);
        mvc.perform(get("/api/tasks?role=arbiter").with(caller))
                .andExpect(jsonPath("$.items[0].mayAnswer").value(false))
                .andExpect(jsonPath("$.items[0].whyNot").value(containsString("You completed")));
        mvc.perform(get("/api/tasks/" + verdict).with(caller))
                .andExpect(jsonPath("$.mayAnswer").value(false))
                .andExpect(jsonPath("$.whyNot").value(containsString("both, judge may answer.")));
        mvc.perform(post("/api/tasks/" + verdict + "/claim")
                        .header("Accept-Language", "de")
                        .with(caller))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("am 2. März 2026 erledigt.")));
        mvc.perform(get("/api/tasks/" + verdict).with(httpBasic("judge", Cast.PASSWORD)))
                .andExpect(jsonPath("$.mayAnswer").value(true))
                .andExpect(jsonPath("$.whyNot").isEmpty());
    }

    @Test
    void the_task_is_neither_offered_nor_given_to_somebody_with_a_part() {
        cast.actingAs("double");
        work.complete(task("Activity_ReviewRejection", "marketing", null), ACCEPT);
        cast.actingAs("judge");
        work.claim(verdict);

        assertThat(worklist.candidates(verdict)).extracting(Option::value).containsExactlyInAnyOrder("both", "judge");
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> work.reassign(verdict, "double"));
        assertThat(refusal.violations().get(0).message()).contains("double completed");
        assertThat(work.reassignAll(List.of(verdict), "double").get(0).done()).isFalse();

        // and when whoever has it leaves, it goes back to the role and not to them
        cast.actingAsNobody();
        people.deactivate("judge", "double");
        assertThat(jdbc.sql("select assignee from task_item where task_id = ?")
                        .param(verdict)
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void when_nobody_is_uninvolved_the_task_says_who_can_change_that() {
        for (String login : List.of("double", "both", "judge")) {
            cast.person(login, Roles.ARBITER, Roles.MARKETING);
            String note = task("Activity_Note_" + login, "marketing", null);
            cast.actingAs(login);
            work.comment(note, "Mine, too");
        }
        assertThat(worklist.task(verdict).whyNot()).contains("An administrator can give the role");
        cast.person("judge", Roles.ARBITER);
    }

    private void assertRefused(String words) {
        TaskDetail shown = worklist.task(verdict);
        assertThat(shown.mayAnswer()).isFalse();
        assertThat(shown.whyNot()).contains(words);
        for (Runnable deed : List.<Runnable>of(
                () -> work.claim(verdict),
                () -> work.complete(verdict, ACCEPT),
                () -> work.saveDraft(verdict, ACCEPT))) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(deed::run)
                    .satisfies(each -> assertThat(each.detail()).isEqualTo(shown.whyNot()));
        }
        assertThat(work.claimAll(List.of(verdict)).get(0).message()).isEqualTo(shown.whyNot());
    }
}
