package org.leadrelay.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.board.AlikeQueries;
import org.leadrelay.board.LeadsAlike;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Signal;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rep is told before the first talk with a lead, and what is kept of whether it helped. */
class OpeningTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String CONTACT = "Activity_MakeContact";
    private static final String WEBINAR = "Webinar";
    private static final String CONGRESS = "Congress";
    private static final int NEVER = -1;

    @Autowired
    OpeningCards openings;

    @Autowired
    Plays plays;

    @Autowired
    PlayVotes votes;

    @Autowired
    PlayVoteCleanup cleanup;

    @Autowired
    AlikeQueries alike;

    @Autowired
    TaskQueries tasks;

    @Autowired
    ReleaseDriver releaseDriver;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void nothingSaid() {
        jdbc.sql("delete from play_vote").update();
        jdbc.sql("delete from play_count").update();
    }

    @AfterEach
    void theFirstRelease() {
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void it_says_what_the_buyer_did_and_asked_for_why_now_and_how_to_open() {
        // given
        UUID lead = handedOver();
        for (Signal.Kind each : List.of(
                Signal.Kind.VISIT,
                Signal.Kind.VISIT,
                Signal.Kind.VISIT,
                Signal.Kind.CLICK,
                Signal.Kind.MAIL_OPENED,
                Signal.Kind.VISIT,
                Signal.Kind.DOWNLOAD)) {
            journeys.advance(Duration.ofMinutes(1));
            journeys.engage(lead, each);
        }

        // when
        OpeningCard card = card(lead, ANSWER, Locale.ENGLISH);

        // then the last five that a machine cannot have done, newest first
        assertThat(card.signals())
                .extracting(Signal::kind)
                .containsExactly(
                        Signal.Kind.DOWNLOAD,
                        Signal.Kind.VISIT,
                        Signal.Kind.CLICK,
                        Signal.Kind.VISIT,
                        Signal.Kind.VISIT);
        assertThat(card.asked()).containsExactly(Signal.Kind.DOWNLOAD);
        assertThat(card.why())
                .extracting(OpeningCard.Reason::text)
                .containsExactly(
                        "Active by the source's score, and did not say that they buy later.",
                        "The ideal client, well on the way: a rep should be there early.");
        Play play = play(card);
        assertThat(play.id()).isEqualTo("fromReadingToPlan");
        assertThat(play.lines()).hasSize(3).allMatch(each -> each.length() > 20);
        assertThat(play.leave()).contains("not ask for the order");
        assertThat(card.alike()).isNull();
        assertThat(card.helped()).isNull();

        // and in German
        OpeningCard german = card(lead, ANSWER, Locale.GERMAN);
        assertThat(german.why())
                .extracting(OpeningCard.Reason::text)
                .containsExactly(
                        "Aktiv nach der Punktzahl der Quelle, und nicht erst später zum Kauf bereit.",
                        "Der ideale Kunde, schon gut unterwegs: Der Vertrieb sollte früh da sein.");
        assertThat(play(german).name()).isEqualTo("Vom Gelesenen zu ihrem Vorhaben");
        assertThat(play(german).wording()).isEqualTo(play.wording());
    }

    @Test
    void it_stands_above_the_first_contact_too_and_above_no_other_task() {
        // given
        UUID lead = handedOver();
        accept(lead);

        // then
        assertThat(play(card(lead, CONTACT, Locale.ENGLISH)).id()).isEqualTo("earnTheTalk");
        UUID early = leadScored("19", "14");
        cast.actingAs("mara");
        TaskRow qualify = tasks.row(journeys.task(early, "Activity_QualifyLead"));
        assertThat(openings.card(qualify, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest(name = "maturity {0}, last {1}, timeline {2}, interest {3}: {4}")
    @CsvSource({
        "4, visit, later, , planTheWay",
        "3, visit, year, , planTheWay",
        "3, visit, now, , clearTheWay",
        "1, , now, price, clearTheWay",
        "2, form, , , answerFirst",
        "3, download, , , fromReadingToPlan",
        "2, download, , , askTheirWork",
        "2, click, quarter, , pickUpTheMail",
        "1, , , chocolate, startWithInterest",
        "3, visit, , , nameTheVisit",
        "4, , , , earnTheTalk",
        "2, visit, , , introduce",
        " , , , , introduce"
    })
    void the_table_gives_each_lead_a_play(
            Integer maturity, String lastSignal, String timeline, String interest, String play) {
        // given
        Map<String, Object> facts = new HashMap<>();
        facts.put("lastSignal", lastSignal);
        facts.put("timeline", timeline);
        facts.put("interest", interest);
        Map<String, Object> known = new HashMap<>(Map.of("facts", facts));
        known.put("maturity", maturity);

        // then
        assertThat(plays.of(known, Locale.ENGLISH)).map(Play::id).contains(play);
    }

    @ParameterizedTest(name = "asked for a meeting, then {0}, and wants it {1}")
    @CsvSource({"meetingAsked, ", "visit, ", "click, now", "visit, later", "form, year"})
    void whoever_asked_for_a_meeting_gets_it_whatever_they_did_and_said_since(String lastSignal, String timeline) {
        // given
        Map<String, Object> facts = new HashMap<>();
        facts.put("meetingAsked", true);
        facts.put("lastSignal", lastSignal);
        facts.put("timeline", timeline);

        // then
        assertThat(plays.of(Map.of("facts", facts, "maturity", 4), Locale.ENGLISH))
                .map(Play::id)
                .contains("takeTheMeeting");
    }

    @Test
    void facts_that_nobody_knows_of_are_as_if_nothing_was_said() {
        assertThat(plays.of(Map.of("facts", Map.of(), "maturity", 3), Locale.ENGLISH))
                .map(Play::id)
                .contains("earnTheTalk");
    }

    @Test
    void to_read_a_play_is_no_decision_and_no_line_and_costs_two_statements() {
        // given
        UUID lead = handedOver();
        TaskRow task = row(lead, ANSWER);
        openings.card(task, Locale.ENGLISH); // what is read once is read
        String before = traces(lead);

        // when
        List<String> statements = Statements.texts(() -> openings.card(task, Locale.ENGLISH));

        // then
        System.out.println("Card: " + statements.size() + " statements");
        assertThat(statements).hasSize(2);
        assertThat(traces(lead)).isEqualTo(before);
    }

    @Test
    void a_release_without_the_table_or_without_its_words_has_no_plays_and_the_rest_of_the_card_stands() {
        // given
        UUID lead = handedOver();
        SortedMap<String, byte[]> earlier = ReleaseDriver.shipped(file -> file);
        earlier.keySet().removeIf(each -> each.startsWith("opening-play"));

        // when
        releaseDriver.inForce("An earlier one", earlier);

        // then
        OpeningCard card = card(lead, ANSWER, Locale.ENGLISH);
        assertThat(card.play()).isNull();
        assertThat(card.why()).hasSize(2);
        assertThat(plays.results(Locale.ENGLISH)).isEmpty();

        // and when the table came without words
        SortedMap<String, byte[]> wordless = ReleaseDriver.shipped(file -> file);
        wordless.keySet().removeIf(each -> each.startsWith("opening-play_"));
        releaseDriver.inForce("Without words", wordless);

        // then
        assertThat(card(lead, ANSWER, Locale.ENGLISH).play()).isNull();
        assertThat(plays.results(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void what_is_said_twice_of_a_task_counts_once_and_may_be_changed_until_the_task_is_done() {
        // given
        UUID lead = handedOver();
        String task = row(lead, ANSWER).id();
        Play play = play(card(lead, ANSWER, Locale.ENGLISH));

        // when
        votes.say(task, play.id(), true);
        votes.say(task, play.id(), true);

        // then
        assertThat(counted(play)).isEqualTo("1 of 1");
        assertThat(card(lead, ANSWER, Locale.ENGLISH).helped()).isTrue();

        // and when it is said otherwise
        votes.say(task, play.id(), false);

        // then
        assertThat(counted(play)).isEqualTo("0 of 1");
        assertThat(card(lead, ANSWER, Locale.ENGLISH).helped()).isFalse();

        // and when the task is done, the count alone is left
        accept(lead);
        assertThat(cleanup.sweep()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from play_vote").query(Long.class).single())
                .isZero();
        assertThat(counted(play)).isEqualTo("0 of 1");
        cast.actingAs("ada");
        assertThatThrownBy(() -> votes.say("no such task", play.id(), true)).isInstanceOf(NotFound.class);
    }

    @Test
    void only_whoever_has_the_task_says_it_and_only_of_a_play_that_there_is() {
        // given
        UUID lead = handedOver();
        String task = row(lead, ANSWER).id();
        Play play = play(card(lead, ANSWER, Locale.ENGLISH));
        assertThat(card(lead, ANSWER, Locale.ENGLISH).mayVote()).isTrue();

        // then
        assertThatThrownBy(() -> votes.say(task, "inventedHere", true)).isInstanceOf(NotFound.class);

        // and whoever may look at the task and does not have it
        cast.actingAs("max");
        assertThat(openings.card(tasks.row(task), Locale.ENGLISH).orElseThrow().mayVote())
                .isFalse();
        assertThatThrownBy(() -> votes.say(task, play.id(), false)).isInstanceOf(Forbidden.class);
        assertThat(jdbc.sql("select count(*) from play_count").query(Long.class).single())
                .isZero();
    }

    @Test
    void what_is_kept_names_neither_a_person_nor_a_lead_nor_a_time() {
        assertThat(jdbc.sql("""
            select table_name || '.' || column_name from information_schema.columns
            where table_name in ('play_vote', 'play_count')
            """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "play_vote.task_id",
                        "play_vote.play",
                        "play_vote.wording",
                        "play_vote.helped",
                        "play_count.play",
                        "play_count.wording",
                        "play_count.votes",
                        "play_count.helped");
    }

    @Test
    void a_play_that_is_worded_otherwise_counts_anew_and_the_earlier_count_stays_beside_it() {
        // given
        UUID lead = handedOver();
        votes.say(
                row(lead, ANSWER).id(), play(card(lead, ANSWER, Locale.ENGLISH)).id(), true);

        // when
        releaseDriver.inForce(
                "Other words",
                ReleaseDriver.shipped(
                        file -> file.replace("Say where you have their name from.", "Name who sent you.")));

        // then
        Play now = play(card(lead, ANSWER, Locale.ENGLISH));
        assertThat(now.lines()).first().isEqualTo("Name who sent you.");
        assertThat(plays.results(Locale.ENGLISH))
                .filteredOn(each -> each.play().id().equals(now.id()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.votes()).isZero();
                    assertThat(each.earlierVotes()).isEqualTo(1);
                    assertThat(each.earlierHelped()).isEqualTo(1);
                });
    }

    @Test
    void leads_alike_are_told_of_from_thirty_on_by_attempt_and_by_what_a_later_lap_brought() {
        // given twenty-nine of the same cell and source, accepted long ago: reached at once, after an attempt, after
        // two, or never
        Instant handed = clock.instant().minus(Duration.ofDays(120));
        LapRows laps = new LapRows(jdbc);
        for (int lap = 0; lap < 29; lap++) {
            UUID lead = UUID.randomUUID();
            laps.of(lead, CONGRESS, handed).accepted().add();
            reached(lead, lap < 12 ? 0 : lap < 18 ? 1 : lap < 20 ? 2 : NEVER);
        }

        // then
        assertThat(alike.of("A", 3, CONGRESS)).isEmpty();

        // when one more was, which stopped trying, and one that is not watched for long enough
        journeys.advance(Duration.ofHours(1));
        laps.of(UUID.randomUUID(), CONGRESS, handed).accepted().add();
        laps.of(UUID.randomUUID(), CONGRESS, clock.instant().minus(Duration.ofDays(3)))
                .accepted()
                .add();
        laps.of(UUID.randomUUID(), "Fair", handed).accepted().add();

        // then
        LeadsAlike found = alike.of("A", 3, CONGRESS).orElseThrow();
        assertThat(found.accepted()).isEqualTo(30);
        assertThat(found.reached()).containsExactly(12L, 6L, 2L);
        assertThat(found.reachedAt(1).low()).isEqualTo(0.2459, within(1e-4));
        assertThat(found.tellsWonLater()).isFalse();
        assertThat(alike.of("B", 3, CONGRESS)).isEmpty();

        // and when thirty went back for another lap, nine of which were won then, and one only after the time watched
        for (int lap = 0; lap < 30; lap++) {
            UUID lead = UUID.randomUUID();
            laps.of(lead, "Referral", handed).rejected("tooEarly").add();
            jdbc.sql("update lap_fact set laps = 2, left_at = handed_at + interval '1 day', won_at = case when"
                            + " :lap < 9 then handed_at + interval '60 days' when :lap = 9 then handed_at +"
                            + " interval '92 days' end where lead_id = :lead")
                    .param("lap", lap)
                    .param("lead", lead)
                    .update();
        }
        LeadsAlike back = alike.of("A", 3, "Referral").orElseThrow();

        // then
        assertThat(back.tellsReached()).isFalse();
        assertThat(back.wentBack()).isEqualTo(30);
        assertThat(back.wonLater()).isEqualTo(9);
    }

    private void reached(UUID lead, int failed) {
        if (failed == NEVER) {
            return;
        }
        jdbc.sql("update lap_fact set contacted_at = accepted_at + interval '5 days' where lead_id = ?")
                .param(lead)
                .update();
        for (int attempt = 1; attempt <= failed; attempt++) {
            jdbc.sql("""
                insert into contact_attempt (id, lead_id, lap, number, at)
                select gen_random_uuid(), lead_id, lap, :number, accepted_at + interval '1 day' * :number
                from lap_fact where lead_id = :lead
                """).param("number", attempt).param("lead", lead).update();
        }
    }

    /** All that an evaluation could leave behind. */
    private String traces(UUID lead) {
        return jdbc.sql("""
            select (select count(*) from journey_log where lead_id = :lead) || ' '
                || (select count(*) from decision_fact) || ' ' || (select count(*) from act_hi_decinst)
            """).param("lead", lead).query(String.class).single();
    }

    private String counted(Play play) {
        return plays.results(Locale.ENGLISH).stream()
                .filter(each -> each.play().equals(play))
                .map(each -> each.helped() + " of " + each.votes())
                .findFirst()
                .orElse("nothing");
    }

    private UUID handedOver() {
        return journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.SOURCE, WEBINAR,
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
    }

    private void accept(UUID lead) {
        String rep = journeys.assignee(lead, ANSWER);
        cast.actingAsNobody();
        journeys.answer(lead, ANSWER, rep, Map.of("outcome", "accept"));
    }

    private TaskRow row(UUID lead, String step) {
        cast.actingAs(journeys.assignee(lead, step));
        return tasks.row(journeys.task(lead, step));
    }

    private OpeningCard card(UUID lead, String step, Locale locale) {
        return openings.card(row(lead, step), locale).orElseThrow();
    }

    private static Play play(OpeningCard card) {
        Play play = card.play();
        if (play == null) {
            throw new AssertionError("the card has no play");
        }
        return play;
    }
}
