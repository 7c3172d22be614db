package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Journeys;
import org.leadrelay.promise.PromiseBroken;
import org.leadrelay.promise.PromiseReminded;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProductTest
class LadderTest {

    private static final String PASSWORD = "a long enough password";

    private static final Instant DUE = SettableClock.MONDAY_MORNING.plus(Duration.ofHours(4));

    private static int tests;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTable table;

    @Autowired
    private BellWatch bells;

    @Autowired
    private Journeys journeys;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private final List<String> mine = new ArrayList<>();
    private String rep;
    private String boss;
    private UUID lead;

    @BeforeEach
    void aRepWithALeadAndAManager() {
        tests++;
        rep = person("ladder-rep", Roles.SALES_REP);
        boss = person("ladder-boss", Roles.SALES_MANAGER);
        lead = new LeadRows(jdbc).lead();
        journeys.owner(lead, rep);
    }

    @AfterEach
    void leave() {
        mine.forEach(login -> people.deactivate(login, null));
    }

    @Test
    void a_reminder_goes_to_the_rep_and_to_nobody_else() {
        // when
        remind(UUID.randomUUID(), "answerHandOff");
        // then
        assertThat(told()).containsExactly(rep + " remind answerHandOff");
    }

    @Test
    void a_broken_promise_of_a_rep_is_told_to_the_managers_too() {
        // when
        breaks("makeContact");
        // then
        assertThat(told()).contains(rep + " overdue makeContact", boss + " overdue makeContact");
    }

    @Test
    void a_broken_promise_of_marketing_goes_to_marketing_and_the_process_owner() {
        // given
        String marketing = person("ladder-marketing", Roles.MARKETING);
        String owner = person("ladder-owner", Roles.PROCESS_OWNER);
        // when
        breaks("qualifyLead");
        // then
        assertThat(told())
                .contains(marketing + " overdue qualifyLead", owner + " overdue qualifyLead")
                .doesNotContain(rep + " overdue qualifyLead");
    }

    @Test
    void a_clause_that_a_process_owner_invented_reaches_the_managers() {
        // when
        breaks("sendOffer");
        // then
        assertThat(told()).contains(boss + " overdue sendOffer");
    }

    @Test
    void the_same_promise_is_told_once_and_the_next_again() {
        // given
        UUID promise = UUID.randomUUID();
        // when
        remind(promise, "answerHandOff");
        clock.advance(Duration.ofHours(4));
        remind(promise, "answerHandOff");
        remind(UUID.randomUUID(), "answerHandOff");
        // then
        assertThat(told()).hasSize(2);
    }

    @Test
    void an_open_screen_hears_of_a_notice_after_the_commit_and_no_more_once_closed() {
        // given
        AtomicInteger heard = new AtomicInteger();
        Runnable close = notices.listen(rep, heard::incrementAndGet);
        // when
        remind(UUID.randomUUID(), "answerHandOff");
        close.run();
        remind(UUID.randomUUID(), "makeContact");
        // then
        assertThat(heard).hasValue(1);
    }

    @Test
    void an_open_screen_hears_of_what_happened_on_another_node() {
        // given
        AtomicInteger heard = new AtomicInteger();
        Runnable close = notices.listen(rep, heard::incrementAndGet);
        bells.sweep();
        // when
        table.add(
                List.of(new NoticeDelivery(
                        UUID.randomUUID(), new ChannelChoice(rep, true, MailPreference.OFF, false), null, null)),
                NoticeContent.about(lead, NoticeKind.REMIND, "elsewhere:" + lead));
        bells.sweep();
        bells.sweep();
        close.run();
        // then
        assertThat(heard).hasValue(1);
    }

    @Test
    void everyone_reads_their_own_bell_and_nobody_elses() throws Exception {
        // given
        remind(UUID.randomUUID(), "answerHandOff");
        UUID id = jdbc.sql("select id from notice where recipient = ?")
                .param(rep)
                .query(UUID.class)
                .single();
        // when
        ResultActions answer = mvc.perform(get("/api/notices").with(httpBasic(rep, PASSWORD)));
        // then
        answer.andExpect(status().isOk())
                .andExpect(jsonPath("$.unread").value(1))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].leadId").value(lead.toString()))
                .andExpect(jsonPath("$.items[0].kind").value("remind"));
        String read = "/api/notices/" + id + "/read";
        mvc.perform(post(read).with(httpBasic(boss, PASSWORD))).andExpect(status().isNotFound());
        mvc.perform(post(read).with(httpBasic(rep, PASSWORD))).andExpect(status().isNoContent());
        mvc.perform(post(read).with(httpBasic(rep, PASSWORD))).andExpect(status().isNoContent());
        mvc.perform(get("/api/notices?unread=true").with(httpBasic(rep, PASSWORD)))
                .andExpect(jsonPath("$.unread").value(0))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/notices?limit=0").with(httpBasic(rep, PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("limit"));
    }

    private void remind(UUID promise, String clause) {
        ladder.reminded(new PromiseReminded(promise, lead, clause, DUE));
    }

    private void breaks(String clause) {
        ladder.broken(new PromiseBroken(UUID.randomUUID(), lead, clause, clock.instant(), 1, false));
    }

    private List<String> told() {
        return jdbc.sql("""
            select recipient || ' ' || kind || ' ' || clause from notice
            where lead_id = ? order by at, recipient
            """).param(lead).query(String.class).list();
    }

    private String person(String name, String role) {
        String login = name + "-" + tests;
        people.create(login, new PersonChange(name, null, "en", Set.of(role)), PASSWORD);
        mine.add(login);
        return login;
    }
}
