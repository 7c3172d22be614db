package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Journeys;
import org.leadrelay.promise.Breaches;
import org.leadrelay.promise.PausedPromises;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Inbox;
import org.leadrelay.worklist.TaskOpened;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice is resolved when what it is about is gone, and counts no more. */
@ProductTest
class NoticeResolutionTest {

    private static final String CLAUSE = "makeContact";
    private static final String STEP = "Activity_MakeContact";
    private static final String REP = "resolved-rep";
    private static final String BOSS = "resolved-boss";

    @Autowired
    private Promises promises;

    @Autowired
    private PausedPromises paused;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTasks noticeTasks;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private UUID lead;

    @BeforeEach
    void aRepWithAPromise() {
        cast.person(REP, Roles.SALES_REP);
        cast.person(BOSS, Roles.SALES_MANAGER);
        cast.actingAsNobody();
        lead = new LeadRows(jdbc).lead();
        in(() -> journeys.owner(lead, REP));
        in(() -> promises.due(lead, CLAUSE, "normal", STEP, REP));
        in(() -> promises.heldBy(lead, STEP, REP));
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
    }

    @Test
    void a_reminder_is_done_with_when_the_promise_is_kept() {
        // given
        in(() -> promises.reminded(lead, CLAUSE));
        assertThat(open()).containsExactly(REP + " remind");

        AtomicInteger heard = new AtomicInteger();
        Runnable close = notices.listen(REP, heard::incrementAndGet);

        // when
        in(() -> promises.completed(lead, CLAUSE, REP));
        close.run();

        // then whoever was told hears of it; it stays in the list, and counts no more
        assertThat(heard).hasValue(1);
        assertThat(open()).isEmpty();
        cast.actingAs(REP);
        Notice told = told();
        assertThat(told.resolvedAt()).isEqualTo(clock.instant());
        assertThat(told.fresh()).isFalse();
        assertThat(notices.mine(true, 0, 50).items()).extracting(Notice::leadId).doesNotContain(lead);
    }

    @Test
    void a_reminder_gives_way_to_the_notice_of_the_broken_promise() {
        // given
        in(() -> promises.reminded(lead, CLAUSE));

        // when
        breaks();

        // then
        assertThat(open()).containsExactly(BOSS + " overdue", REP + " overdue");
    }

    @Test
    void a_reminder_is_done_with_while_the_promise_waits_for_an_answer() {
        // given
        in(() -> promises.reminded(lead, CLAUSE));

        // when
        in(() -> paused.paused(lead));

        // then
        assertThat(open()).isEmpty();
    }

    @Test
    void a_broken_promise_is_done_with_for_the_manager_once_its_task_is_answered_and_for_the_rep_once_explained() {
        // given
        breaks();

        // when
        in(() -> promises.completed(lead, CLAUSE, REP));

        // then
        assertThat(open()).containsExactly(REP + " overdue");

        // when
        cast.actingAs(REP);
        breaches.explain(promise(), "tooMuch", null);

        // then
        assertThat(open()).isEmpty();
    }

    @Test
    void of_an_answered_step_whoever_is_asked_why_keeps_the_question_and_no_reminder() {
        // given
        breaks();
        in(() -> notices.tellPeople(
                Set.of(REP), "again " + lead, lead, NoticeKind.REMIND, NoticeCause.promise(promise())));
        assertThat(open()).containsExactlyInAnyOrder(BOSS + " overdue", REP + " overdue", REP + " remind");

        // when
        in(() -> promises.completed(lead, CLAUSE, REP));

        // then
        assertThat(open()).containsExactly(REP + " overdue");
    }

    @Test
    void a_promise_that_was_explained_before_its_task_is_answered_stays_until_then() {
        // given
        breaks();
        cast.actingAs(REP);
        breaches.explain(promise(), "tooMuch", null);
        assertThat(open()).containsExactly(BOSS + " overdue", REP + " overdue");

        // when
        in(() -> promises.completed(lead, CLAUSE, REP));

        // then
        assertThat(open()).isEmpty();
    }

    @Test
    void whoever_is_told_of_a_step_that_was_taken_away_late_has_a_chance_to_read_it() {
        // given
        clock.advance(Duration.ofDays(3));

        // when
        in(() -> promises.cancelled(lead, CLAUSE, REP));

        // then
        assertThat(open()).contains(BOSS + " overdue");
    }

    @Test
    void what_is_told_of_a_task_is_done_with_when_the_task_is_answered() {
        // given
        String task = UUID.randomUUID().toString();
        in(() -> inbox.opened(new TaskOpened(
                task,
                lead,
                "lead-follow-up:1:x",
                STEP,
                "Make contact",
                Roles.SALES_REP,
                REP,
                "high",
                clock.instant(),
                null,
                null)));
        in(() -> notices.tellPeople(Set.of(REP), "told " + task, lead, NoticeKind.VERDICT, NoticeCause.task(task)));
        cast.actingAs(REP);
        assertThat(noticeTasks.of(told())).hasValue(task);

        // when
        in(() -> inbox.closed(task, REP, Inbox.How.COMPLETED));

        // then
        assertThat(open()).isEmpty();
    }

    /** The notice of this lead in the current person's list. */
    private Notice told() {
        return notices.mine(false, 0, 500).items().stream()
                .filter(each -> lead.equals(each.leadId()))
                .findFirst()
                .orElseThrow();
    }

    private void breaks() {
        clock.advance(Duration.ofDays(3));
        in(() -> promises.overdue(lead, CLAUSE));
    }

    private UUID promise() {
        return jdbc.sql("select id from promise where lead_id = ?")
                .param(lead)
                .query(UUID.class)
                .single();
    }

    /** What still counts, of these two. */
    private List<String> open() {
        return jdbc.sql("""
            select recipient || ' ' || kind from notice
            where lead_id = ? and resolved_at is null and recipient in ('resolved-rep', 'resolved-boss')
            order by recipient, at
            """).param(lead).query(String.class).list();
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
