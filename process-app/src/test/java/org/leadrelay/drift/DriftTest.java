package org.leadrelay.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.mail.Letter;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.notification.NoticeSubjects;
import org.leadrelay.notification.Notices;
import org.leadrelay.notification.OutboxLetters;
import org.leadrelay.platform.Sql;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tables decided is copied from four leads that were really rated, so that months pass in seconds. */
@ProductTest
@OwnDatabase
@Import(JourneyDriver.class)
class DriftTest {

    private static final Duration STEP = Duration.ofMinutes(10);

    @Autowired
    DriftWatch watch;

    @Autowired
    WatchedTables tables;

    @Autowired
    DecisionCounts counts;

    @Autowired
    DriftTable drifts;

    @Autowired
    Notices notices;

    @Autowired
    NoticeSubjects subjects;

    @Autowired
    OutboxLetters letters;

    @Autowired
    People people;

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc mvc;

    private UUID handed;
    private UUID nurtured;
    private UUID handedWithoutScores;
    private UUID nurturedWithoutScores;

    @BeforeEach
    void four_leads_that_were_rated() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from drift").update();
        jdbc.sql("delete from decision_fact").update();
        jdbc.sql("update drift_look set at = '2000-01-01Z'").update();
        cast.person("pia", Roles.PROCESS_OWNER);
        cast.person("mara", Roles.MARKETING);
        cast.person("rosa", Roles.SALES_REP);
        cast.actingAsNobody();
        journeys.setClock(SettableClock.MONDAY_MORNING);
        handed = lead(Map.of(Field.PROFILE_SCORE, "19", Field.ACTIVITY_SCORE, "16"));
        nurtured = lead(Map.of(Field.PROFILE_SCORE, "15", Field.ACTIVITY_SCORE, "14"));
        handedWithoutScores = lead(Map.of(Field.SECONDS_ON_SITE, "700"));
        nurturedWithoutScores = lead(Map.of());
        jdbc.sql("update decision_fact set at = '2020-01-01Z'").update();
    }

    @Test
    void when_the_next_500_leads_of_a_source_come_without_scores_it_is_told_within_the_hour_by_name() throws Exception {
        // given four weeks of leads with scores, one in three handed over
        for (int i = 0; i < 1_200; i++) {
            comes(i % 3 == 0 ? handed : nurtured, "Google", now().minus(Duration.ofMinutes(33L * (i + 1))));
            comes(i % 3 == 0 ? handed : nurtured, "Organic Search", now().minus(Duration.ofMinutes(33L * (i + 1))));
        }
        look();
        assertThat(told("pia")).isZero();
        Instant stopped = now();

        // when they stop, and one in 25 is handed over
        Instant heard = null;
        for (int i = 0; i < 500; i++) {
            comes(i % 25 == 0 ? handedWithoutScores : nurturedWithoutScores, "Google", now());
            comes(i % 3 == 0 ? handed : nurtured, "Organic Search", now());
            clock.advance(Duration.ofMinutes(2));
            look();
            if (heard == null && told("pia") > 0) {
                heard = now();
            }
        }

        // then
        assertThat(heard).isNotNull().isBefore(stopped.plus(Duration.ofHours(1)));
        assertThat(told("pia")).isEqualTo(1);
        assertThat(told("mara")).isEqualTo(1);
        assertThat(told("rosa")).isZero();
        assertThat(sentence(Locale.ENGLISH))
                .startsWith("Source Google: ")
                .contains("Lead fit: Profile score is missing for 100% instead of 0%")
                .contains("Lead maturity: Activity score is missing for 100% instead of 0%")
                .contains("Handed over 4% instead of 33%");
        assertThat(sentence(Locale.GERMAN))
                .contains("Quelle Google", "Übergeben 4")
                .contains("statt 33");
        mvc.perform(get("/api/process/drift").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].source").value("Google"))
                .andExpect(jsonPath("$[0].findings[?(@.fact == 'profileScore')].table")
                        .value("lead-fit"))
                .andExpect(jsonPath("$[0].handed.n").value(500))
                .andExpect(jsonPath("$[0].handed.k").value(20));

        // and when the scores come back
        for (int i = 0; i < 45; i++) {
            comes(i % 3 == 0 ? handed : nurtured, "Google", now());
            clock.advance(STEP);
            look();
        }

        // then
        assertThat(told("pia")).isZero();
        mvc.perform(get("/api/process/drift").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(jsonPath("$[0].endedAt").isNotEmpty());
    }

    @Test
    void in_a_quiet_fortnight_nobody_is_told() {
        // given three sources: often heard, seldom heard, and one that sends scores half of the time
        Random chance = new Random(20_260_302);
        Instant begin = now();
        Instant end = begin.plus(Duration.ofDays(14));
        List<UUID> any = List.of(handed, nurtured, handedWithoutScores, nurturedWithoutScores);
        for (Instant at = begin.minus(DriftRule.USUAL); at.isBefore(end); at = at.plus(Duration.ofMinutes(60))) {
            comes(chance.nextInt(3) == 0 ? handed : nurtured, "Google", at);
            comes(any.get(chance.nextInt(any.size())), "Organic Search", at);
            if (chance.nextInt(12) == 0) {
                comes(chance.nextInt(20) == 0 ? nurturedWithoutScores : nurtured, "Webinar", at);
            }
        }

        // when
        while (now().isBefore(end)) {
            clock.advance(Duration.ofHours(3));
            look();
        }

        // then
        assertThat(jdbc.sql("select count(*) from drift").query(Long.class).single())
                .isZero();
        assertThat(told("pia") + told("mara")).isZero();
    }

    @Test
    void of_two_nodes_one_tells_and_after_a_restart_nobody_is_told_again() {
        // given
        stoppedSendingScores();
        clock.advance(STEP);

        // when
        AtOnce.atOnce(2, node -> {
            look();
            return node;
        });
        clock.advance(STEP);
        look();

        // then
        assertThat(told("pia")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from drift").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void the_letter_names_source_table_and_fact_and_leads_to_the_tables() {
        // given
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("update person set email = login || '@relay.example' where login in ('pia', 'mara')")
                .update();

        // when
        stoppedSendingScores();
        look();

        // then
        Letter letter = letters.write(mailTo("pia")).letter();
        assertThat(letter).isNotNull();
        assertThat(letter.subject()).isEqualTo("The tables know less than they did: Source Google");
        assertThat(letter.text())
                .contains("Lead fit: Profile score is missing for 100% instead of 0%", "Handed over 0% instead of 0%")
                .contains("/process?show=tables");
    }

    private Mail mailTo(String login) {
        return jdbc.sql("select id, key, lead_id, login, tool, template, tries, created_at, created_at as since from"
                        + " mail_outbox where login = ?")
                .param(login)
                .query(Mail.class)
                .single();
    }

    @Test
    void what_lasts_for_longer_than_it_is_compared_with_is_usual() {
        // given
        stoppedSendingScores();
        look();
        assertThat(told("pia")).isEqualTo(1);

        // when
        for (int day = 0; day < 36; day++) {
            for (int i = 0; i < 10; i++) {
                comes(nurturedWithoutScores, "Google", now());
            }
            clock.advance(Duration.ofDays(1));
            look();
        }

        // then
        assertThat(told("pia")).isZero();
        assertThat(jdbc.sql("select count(*) from drift").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void a_source_that_is_silent_lacks_nothing() {
        // given
        stoppedSendingScores();
        look();
        assertThat(told("pia")).isEqualTo(1);

        // when
        clock.advance(DriftRule.NEW.plus(STEP));
        look();

        // then
        assertThat(told("pia")).isZero();
    }

    @Test
    void what_lasts_is_counted_in_one_pass_however_much_it_is() {
        // given three sources that stop at once
        for (String source : List.of("Google", "Referral", "Olark")) {
            for (int i = 0; i < 300; i++) {
                comes(nurtured, source, now().minus(Duration.ofHours(2L * (i + 1))));
            }
            for (int i = 0; i < 40; i++) {
                comes(nurturedWithoutScores, source, now().minusSeconds(i));
            }
        }
        look();
        assertThat(drifts.open()).hasSize(3);
        List<DriftTable.FindingRow> first =
                drifts.findings(drifts.open().stream().map(DriftTable.Row::id).toList());
        assertThat(first).hasSizeGreaterThan(3).allMatch(each -> each.now().k() == 40);

        // when one of them sends ten more
        clock.advance(STEP);
        for (int i = 0; i < 10; i++) {
            comes(nurturedWithoutScores, "Olark", now().minusSeconds(1));
        }
        DecisionCounts counting = spy(counts);
        DriftWatch node = new DriftWatch(tables, counting, drifts, notices, people, clock);
        transactions.executeWithoutResult(status -> node.sweep());

        // then
        verify(counting, times(1)).since(any());
        verify(counting, times(1)).handed(any(), any());
        for (DriftTable.Row drift : drifts.open()) {
            long more = drift.source().equals("Olark") ? 50 : 40;
            assertThat(drift.handed()).isEqualTo(new Share(more, 0));
            assertThat(drifts.findings(List.of(drift.id())))
                    .allMatch(each -> each.now().k() == more);
        }
    }

    @Test
    void many_shares_are_counted_in_one_statement_each_as_if_it_were_asked_alone() {
        // given
        stoppedSendingScores();
        List<DecisionCounts.FactQuestion> asked = new ArrayList<>();
        for (DecisionCounts.Watched table : tables.inForce()) {
            for (String fact : table.facts()) {
                asked.add(new DecisionCounts.FactQuestion(table, "Google", fact, now().minus(Duration.ofDays(9))));
                asked.add(new DecisionCounts.FactQuestion(table, "Google", fact, now().minus(Duration.ofHours(1))));
            }
            asked.add(new DecisionCounts.FactQuestion(table, "Google", "", now().minus(Duration.ofDays(9))));
            asked.add(new DecisionCounts.FactQuestion(table, "nobody", "", now().minus(Duration.ofDays(9))));
        }

        // when
        Map<DecisionCounts.FactQuestion, Share> all = counts.since(asked);

        // then
        assertThat(all).hasSize(asked.size());
        asked.forEach(each -> assertThat(counts.since(List.of(each))).containsEntry(each, all.get(each)));
        assertThat(all.values()).contains(new Share(0, 0)).anyMatch(each -> each.k() == 40);
        assertThat(Statements.of(() -> counts.since(asked))).isEqualTo(1);
    }

    private void stoppedSendingScores() {
        for (int i = 0; i < 300; i++) {
            comes(nurtured, "Google", now().minus(Duration.ofHours(2L * (i + 1))));
        }
        for (int i = 0; i < 40; i++) {
            comes(nurturedWithoutScores, "Google", now().minusSeconds(i));
        }
    }

    /** As a node does that has just started. */
    private void look() {
        DriftWatch node = new DriftWatch(tables, counts, drifts, notices, people, clock);
        transactions.executeWithoutResult(status -> node.sweep());
    }

    private Instant now() {
        return clock.instant();
    }

    private UUID lead(Map<Field, String> scores) {
        EnumMap<Field, String> fields = new EnumMap<>(Field.class);
        fields.putAll(scores);
        fields.put(Field.NAME, "Grace Example");
        return journeys.capture(fields);
    }

    private void comes(UUID like, String source, Instant at) {
        jdbc.sql("""
            insert into decision_fact (lead_id, seq, at, table_key, table_version, fired, facts, outputs)
            select :id, seq, :at, table_key, table_version, fired,
                jsonb_set(facts, '{facts,source}', to_jsonb(:source::text)), outputs
            from decision_fact where lead_id = :like
            """)
                .param("id", UUID.randomUUID())
                .param("at", Sql.time(at))
                .param("source", source)
                .param("like", like)
                .update();
    }

    private long told(String login) {
        return jdbc.sql("select count(*) from notice where recipient = ? and kind = 'drift' and resolved_at is null")
                .param(login)
                .query(Long.class)
                .single();
    }

    private String sentence(Locale locale) {
        String cause = jdbc.sql("select distinct cause from notice where kind = 'drift'")
                .query(String.class)
                .single();
        return subjects.of(cause, locale).orElseThrow().sentence();
    }
}
