package org.leadrelay.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.Journeys;
import org.leadrelay.lead.Signal;
import org.leadrelay.nurture.Touches;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class FactSheetTest {

    private static final List<String> PERSONAL = List.of(
            "Grace",
            "Hopper",
            "grace@navy.example",
            "+1 202 555 0143",
            "12 Harbour Street",
            "Arlington",
            "Rear admiral of the fleet, call after six");

    @Autowired
    private FactSheet sheet;

    @Autowired
    private Readiness readiness;

    @Autowired
    private Touches touches;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Charter charter;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private LeadRows leads;

    @BeforeEach
    void rows() {
        leads = new LeadRows(jdbc);
    }

    @Test
    void every_documented_fact_is_there_and_null_when_unknown() {
        // given
        UUID lead = leads.lead();
        // when
        Map<String, Object> facts = sheet.gather(lead, 1);
        // then
        assertThat(facts).containsKeys(FactSheet.NAMES.toArray(String[]::new));
        assertThat(facts.get("visits")).isNull();
        assertThat(facts)
                .containsEntry("engagement", 0.0)
                .containsEntry("signals", 0L)
                .containsEntry("meetingAsked", false)
                .containsEntry("touchesSent", 0L);
    }

    @Test
    void facts_are_numbers_booleans_and_listed_words_and_nothing_personal() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        List<String> fields = List.of("firstName", "lastName", "email", "phone", "street", "city", "title");
        for (int i = 0; i < fields.size(); i++) {
            fact(lead, fields.get(i), PERSONAL.get(i));
        }
        fact(lead, "What matters most to you", "My name is Grace Hopper");
        fact(lead, "source", "ask grace@navy.example");
        fact(lead, "visits", "7");
        // when
        Map<String, Object> facts = sheet.gather(lead, 1, "awareness");
        // then
        assertThat(facts.values())
                .allMatch(each ->
                        each == null || each instanceof Number || each instanceof Boolean || each instanceof String);
        for (String secret : PERSONAL) {
            assertThat(facts.toString()).doesNotContainIgnoringCase(secret);
        }
        assertThat(((Number) facts.get("visits")).intValue()).isEqualTo(7);
        assertThat(facts)
                .containsEntry("hasPhone", true)
                .containsEntry("mayMail", true)
                .containsEntry("complete", true)
                .containsEntry("reachable", true);
    }

    @Test
    void engagement_is_worth_half_after_fourteen_days() {
        // given
        UUID lead = leads.lead();
        signal(lead, Signal.Kind.FORM, Duration.ZERO);
        signal(lead, Signal.Kind.DOWNLOAD, Duration.ofDays(14));
        signal(lead, Signal.Kind.MEETING_ASKED, Duration.ofDays(42));
        // when
        Map<String, Object> facts = sheet.gather(lead, 1);
        // then
        assertThat((Double) facts.get("engagement")).isCloseTo(8 + 2.5 + 2.5, within(0.01));
        assertThat(facts).containsEntry("signals", 2L).containsEntry("meetingAsked", false);
    }

    @Test
    void a_meeting_asked_for_lately_is_a_fact_of_its_own() {
        // given
        UUID lead = leads.lead();
        signal(lead, Signal.Kind.MEETING_ASKED, Duration.ofDays(3));
        // when
        Map<String, Object> facts = sheet.gather(lead, 1);
        // then
        assertThat(facts).containsEntry("meetingAsked", true);
    }

    @Test
    void touches_of_the_track_and_laps_that_are_left_are_counted() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        touches.send(lead, "awareness", "mail", "awareness-1");
        // when
        Map<String, Object> facts = sheet.gather(lead, 1, "awareness");
        // then
        assertThat(facts)
                .containsEntry("touchesSent", 1L)
                .containsEntry("lapsLeft", (long) charter.current().maximumLaps() - 1);
        assertThat(sheet.gather(lead, 1)).as("on no track yet").containsEntry("touchesSent", 0L);
        journeys.advanced(lead, Map.of("track", "awareness"), null, null);
        assertThat(sheet.gather(lead, 1)).containsEntry("touchesSent", 1L);
        assertThat(sheet.gather(lead, 1_000)).containsEntry("lapsLeft", 0L);
    }

    @Test
    void a_lead_known_to_its_source_only_is_complete_and_reachable_there() {
        assertThat(readiness.check(leads.lead())).isEqualTo(new Readiness.Result(true, true, List.of()));
    }

    @Test
    void a_lead_without_a_name_or_a_permitted_channel_is_sent_to_marketing_first() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        fact(lead, "email", "grace@navy.example");
        leads.objects(lead);
        // when
        Readiness.Result result = readiness.check(lead);
        // then
        assertThat(result.ready()).isFalse();
        assertThat(result.missing()).containsExactly("name", "channel");
    }

    private void fact(UUID lead, String name, String value) {
        jdbc.sql("""
            insert into lead_fact (lead_id, name, label, value, position, source, at)
            values (?, ?, ?, ?, 1, 'test', now())
            """).params(lead, name, name, value).update();
    }

    private void signal(UUID lead, Signal.Kind kind, Duration ago) {
        Timestamp at = Timestamp.from(clock.instant().minus(ago));
        jdbc.sql("""
            insert into lead_signal (id, lead_id, kind, at, recorded_at, source)
            values (?, ?, ?, ?, ?, 'test')
            """).params(UUID.randomUUID(), lead, kind.code(), at, at).update();
    }
}
