package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.SignOff;
import org.leadrelay.lead.Field;
import org.leadrelay.promise.Breaches;
import org.leadrelay.testing.Connections;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.SavedViews;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Connections of the pool: whoever holds one waits for no second. When as many people as there are connections did that in the same moment, all of
 * them would wait until their time is up. Here the pool has a single connection left.
 */
class OneConnectionTest extends JourneyTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TaskQueries inbox;

    @Autowired
    TaskCommands tasks;

    @Autowired
    Breaches breaches;

    @Autowired
    SignOff signOff;

    @Autowired
    PersonSettings settings;

    @Autowired
    SavedViews views;

    @Autowired
    Mandates mandates;

    @BeforeEach
    void everyRole() {
        cast.person("audrey", Roles.AUDITOR);
        cast.person("root", Roles.ADMINISTRATOR);
        cast.person("paula", Roles.PROCESS_OWNER);
    }

    @Test
    void every_answer_over_rest_takes_one() throws Exception {
        // given
        UUID won = acceptedLead();
        asHolder(won, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(won, "Activity_DecideOutcome", Map.of("outcome", "won"));
        EveryReading readings = new EveryReading(mvc, json, jdbc);
        List<String> addresses = readings.addresses(List.of(won, rejectedLead(), readyLead()));

        // when
        Map<String, String> failed = new LinkedHashMap<>();
        int answered = Connections.left(dataSource, 1, () -> ask(readings, addresses, failed));

        // then
        assertThat(failed).isEmpty();
        assertThat(answered).isGreaterThan(100);
    }

    /** How many were answered with 200. */
    private static int ask(EveryReading readings, List<String> addresses, Map<String, String> failed) {
        int answered = 0;
        for (String caller : EveryReading.CALLERS) {
            for (String address : addresses) {
                try {
                    int status = readings.answer(caller, address).getStatus();
                    answered += status == 200 ? 1 : 0;
                    if (status >= 500) {
                        failed.put(caller + " " + address, String.valueOf(status));
                    }
                } catch (Exception e) {
                    failed.put(caller + " " + address, String.valueOf(e.getCause()));
                }
            }
        }
        return answered;
    }

    @Test
    void what_a_person_does_in_the_inbox_takes_one() throws Exception {
        // given
        UUID early = leadScored("19", "14");
        UUID ready = readyLead();
        mandates.give(Mandate.HEAD_OF_MARKETING, JourneyDriver.MARKETER, Set.of(), null);
        String task = journeys.task(early, "Activity_QualifyLead");
        String handOff = journeys.task(ready, "Activity_AnswerHandOff");
        String rep = journeys.assignee(ready, "Activity_AnswerHandOff");

        // then
        Connections.left(dataSource, 1, () -> {
            worksOn(early, task);
            cast.actingAs(rep);
            tasks.complete(handOff, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
            cast.actingAsNobody();
            return journeys.capture(Map.of(Field.NAME, "Ada Example", Field.COMPANY, "Example Works"));
        });
    }

    private void worksOn(UUID early, String task) {
        cast.actingAs(JourneyDriver.MARKETER);
        assertThat(inbox.counts()).isNotNull();
        assertThat(inbox.page(InboxQuery.of(Scope.ROLE)).items()).isNotEmpty();
        assertThat(inbox.sources()).isNotNull();
        assertThat(inbox.task(task)).isNotNull();
        assertThat(inbox.again(task)).isNotNull();
        assertThat(inbox.row(task)).isNotNull();
        assertThat(inbox.candidates(task)).isNotNull();
        assertThat(inbox.ofLead(early)).isNotEmpty();
        assertThat(signOff.toSign()).isPresent();
        assertThat(breaches.unexplained()).isZero();
        assertThat(settings.mine()).isNotNull();
        assertThat(views.mine()).isEmpty();
        tasks.claim(task);
        tasks.release(task);
        tasks.saveDraft(task, Map.of("outcome", "salesReady"));
        assertThat(tasks.draft(task)).isNotEmpty();
        tasks.complete(
                task,
                Map.of(
                        "outcome",
                        "salesReady",
                        "need",
                        "yes",
                        "budget",
                        true,
                        "timeframe",
                        "quarter",
                        "authority",
                        "decides"));
    }
}
