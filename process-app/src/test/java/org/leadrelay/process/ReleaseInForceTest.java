package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.redesign.Approval;
import org.leadrelay.redesign.ContinuingLeads;
import org.leadrelay.redesign.Owners;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.redesign.Releases;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** New leads follow the release in force, whatever is deployed; running ones stay on theirs. */
class ReleaseInForceTest extends JourneyTest {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Owners owners;

    @Autowired
    Releases releases;

    @Autowired
    Approval approval;

    @Autowired
    ContinuingLeads continuing;

    @Autowired
    ModelElements elements;

    @Autowired
    Database database;

    @AfterEach
    void theFirstReleaseAgain() {
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void what_is_sealed_changes_nothing_and_what_is_in_force_is_followed_from_its_moment_on() {
        // given
        UUID before = readyLead();
        String first = releases.current().definition(ModelContract.LEAD_JOURNEY);
        Instant moment = SettableClock.MONDAY_MORNING.plus(Duration.ofHours(2));
        assertThat(definition(before)).isEqualTo(first);

        // when
        int next = driver.sealed("next", ReleaseDriver.shipped(xml -> xml.replace("Answer hand-off", "Take it?")));

        // then
        UUID afterSealing = readyLead();
        assertThat(definition(afterSealing)).isEqualTo(first);
        assertThat(element("Activity_AnswerHandOff")).isEqualTo("Answer hand-off");
        assertThat(elements.table("lead-fit", 1)).contains(new ModelElements.Table(1, true));

        // when
        driver.inForceFrom(next, moment);
        journeys.setClock(moment.minusMillis(1));

        // then
        assertThat(definition(readyLead())).isEqualTo(first);

        // when
        journeys.setClock(moment);

        // then
        assertThat(definition(readyLead()))
                .isEqualTo(releases.current().definition(ModelContract.LEAD_JOURNEY))
                .isNotEqualTo(first);
        assertThat(element("Activity_AnswerHandOff")).isEqualTo("Take it?");
        assertThat(elements.table("lead-fit", 1))
                .hasValueSatisfying(table -> assertThat(table.inForce()).isGreaterThan(1))
                .hasValueSatisfying(table -> assertThat(table.unchanged()).isTrue());
        assertThat(definition(before)).isEqualTo(first);
        assertThat(definition(afterSealing)).isEqualTo(first);
    }

    /** Modeler sends the file that is open, and all its models bind tables and calls to their own deployment. */
    @Test
    void one_model_alone_is_uploaded_and_a_new_lead_runs_to_won_with_all_tables() {
        // given
        owners.arrive();
        UUID before = readyLead();

        // when
        owners.inForce(Owners.shipped(
                "lead-follow-up.bpmn", xml -> xml.replace("name=\"Make contact\"", "name=\"Call them\"")));
        UUID lead = readyLead();
        answerHandOff(lead, Map.of("outcome", "accept"));

        // then
        assertThat(jdbc.sql("select name from task_item where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("Call them");

        // when
        win(lead);
        answerHandOff(before, Map.of("outcome", "accept"));
        win(before);

        // then
        assertThat(journeys.end(lead)).isEqualTo("won");
        assertThat(journeys.end(before)).as("on the models that it began with").isEqualTo("won");
        int inForce = releases.current().tables().get("lead-fit");
        assertThat(inForce).isGreaterThan(1);
        assertThat(tableVersions(lead)).containsOnly(inForce);
        assertThat(tableVersions(before)).containsOnly(1);
    }

    @Test
    void after_a_roll_back_only_what_began_in_between_goes_on_with_something_else() {
        // given
        owners.arrive();
        readyLead();
        long others = besides(1, "nurture-track");
        owners.inForce(Owners.shipped(
                "nurture-track.dmn", xml -> xml.replaceFirst("</description>", ", mended</description>")));
        readyLead();

        // when
        cast.actingAs(Owners.PETRA);
        Release back = approval.rollBack(1, "Not mended");

        // then
        assertThat(besides(back.number(), "nurture-track")).isEqualTo(others + 1);
        assertThat(besides(back.number(), "lead-fit")).isEqualTo(besides(1, "lead-fit"));

        // and when
        owners.approve(Owners.OLE, back, null);
        readyLead();

        // then
        assertThat(besides(back.number(), "nurture-track")).isEqualTo(others + 1);
        assertThat(besides(back.number(), "lead-journey")).isEqualTo(besides(1, "lead-journey"));
    }

    private long besides(int release, String id) {
        cast.actingAs(Owners.PETRA);
        long leads = continuing.besides(release).getOrDefault(id, -1L);
        cast.actingAsNobody();
        return leads;
    }

    private void win(UUID lead) {
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(lead, "Activity_DecideOutcome", Map.of("outcome", "won", "dealValue", 9_000L));
    }

    private List<Integer> tableVersions(UUID lead) {
        return jdbc.sql("""
            select distinct cast(cast(details as jsonb) ->> 'tableVersion' as integer) from journey_log
            where lead_id = ? and kind = 'decision'
            """).param(lead).query(Integer.class).list();
    }

    private String element(String id) {
        return elements.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private String definition(UUID lead) {
        return journeys.journey(lead).getProcessDefinitionId();
    }
}
