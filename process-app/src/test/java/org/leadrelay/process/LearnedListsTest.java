package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.ModelConsistency;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Form;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;

/** Charters without the lists of what is learned. */
class LearnedListsTest extends LearnedTest {

    @Autowired
    TaskQueries tasks;

    @Autowired
    CharterVersions versions;

    @Autowired
    ModelConsistency consistency;

    @Test
    void a_charter_without_these_lists_asks_for_nothing_and_goes_on() {
        // given
        parties.agree(
                said -> said.rewriting()
                        .withoutList("interest")
                        .text()
                        .rewriting()
                        .withoutList("timeline")
                        .text()
                        .rewriting()
                        .withoutList("decider")
                        .text(),
                null,
                false);
        UUID lead = readyLead();
        UUID early = leadScored("19", "14");

        // when
        cast.actingAs(journeys.assignee(lead, ANSWER));
        Form form = tasks.form(tasks.row(journeys.task(lead, ANSWER)));
        cast.actingAsNobody();

        // then what would be learned is not asked, and what marketing always asked still is
        assertThat(form.fields())
                .extracting(Form.Field::id)
                .containsExactly("outcome", "rejectionReason", "otherReason", "learned", "note");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> answerHandOff(lead, rejected("interest", CHOCOLATE)));
        answerHandOff(lead, rejected());
        recycle(lead);
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(30)));
        journeys.answer(
                early,
                "Activity_QualifyLead",
                JourneyDriver.MARKETER,
                Map.of("outcome", "salesReady", "need", "yes", "timeframe", "later", "authority", "decides"));
        assertThat(keys(early)).isEmpty();
        assertThat(consistency.of(versions.inForce()))
                .filteredOn(each -> each.kind() == Finding.Kind.LIST_UNAGREED)
                .extracting(Finding::subject)
                .containsExactly("interest", "timeline", "decider");
    }
}
