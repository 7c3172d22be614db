package org.leadrelay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sweep;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class DemoClockTest {

    private static final Instant START = SettableClock.MONDAY_MORNING;

    private static final Duration PAST = Duration.ofDays(42);

    @Autowired
    DemoClockTable clockTable;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock machine;

    @Autowired
    private InboxChanges inbox;

    private final List<String> story = new ArrayList<>();
    private ProductClock clock;
    private Timers timers;
    private DemoClock demo;

    @BeforeEach
    void aClockOfItsOwn() {
        jdbc.sql("delete from demo_clock").update();
        clock = new ProductClock(machine);
        timers = new Timers();
        demo = demo(clock, timers);
    }

    @Test
    void while_its_past_is_lived_the_demo_says_which_day_it_is() {
        // given
        clock.beginAt(PAST.negated());
        assertThat(demo.past()).contains(new DemoClock.PastProgress(1, 42));
        // when
        clock.shiftTo(Duration.ofDays(-30).minusHours(1));
        // then
        assertThat(demo.past()).contains(new DemoClock.PastProgress(12, 42));
        // when
        clock.shiftTo(Duration.ofMillis(-1));
        // then
        assertThat(demo.past()).contains(new DemoClock.PastProgress(42, 42));
        // when it has come to the present
        clock.shiftTo(Duration.ZERO);
        // then
        assertThat(demo.past()).isEmpty();
    }

    @Test
    void the_clock_stops_at_each_due_job_and_ends_where_it_was_told_to() {
        // given
        timers.due(START.plus(Duration.ofMinutes(90)), "remind");
        timers.due(START.plus(Duration.ofHours(3)), "overdue");
        timers.due(START.plus(Duration.ofHours(5)), "later");
        // when
        DemoClock.Moved moved = demo.forward(Duration.ofHours(4));
        // then
        assertThat(moved).isEqualTo(new DemoClock.Moved(START.plus(Duration.ofHours(4)), 2));
        assertThat(story).containsExactly("pause", "10:30 remind", "12:00 overdue", "resume");
    }

    @Test
    void what_a_job_plans_is_counted_from_its_own_time_and_runs_on_the_way() {
        // given
        timers.due(START.plus(Duration.ofHours(1)), "first");
        timers.next("first", Duration.ofHours(1), "second");
        timers.next("second", Duration.ofHours(1), "third");
        // when
        DemoClock.Moved moved = demo.forward(Duration.ofHours(3));
        // then
        assertThat(moved.jobsRun()).isEqualTo(3);
        assertThat(story).contains("10:00 first", "11:00 second", "12:00 third");
    }

    @Test
    void thousands_of_jobs_that_are_due_in_one_minute_are_one_step() {
        // given
        for (int i = 0; i < 3_000; i++) {
            timers.due(START.plusSeconds(3_600).plusMillis(1 + i * 10L), "job");
        }
        // when
        DemoClock.Moved moved = demo.forward(Duration.ofHours(2));
        // then
        assertThat(moved.jobsRun()).isEqualTo(3_000);
        assertThat(timers.steps).isEqualTo(2);
    }

    @Test
    void waiting_leads_and_mail_are_served_on_the_way_too() {
        // given
        timers.due(START.plus(Duration.ofHours(1)), "frees a place");
        timers.sweepFinds("frees a place", "choose rep");
        // when
        DemoClock.Moved moved = demo.forward(Duration.ofHours(2));
        // then
        assertThat(story).contains("10:00 frees a place", "10:00 choose rep");
        assertThat(moved.jobsRun()).isEqualTo(2);
    }

    @Test
    void jobs_go_on_by_themselves_even_when_one_breaks_the_move() {
        // given
        timers.due(START.plus(Duration.ofHours(1)), "breaks");
        // when
        assertThatThrownBy(() -> demo.forward(Duration.ofHours(2))).isInstanceOf(IllegalStateException.class);
        // then
        assertThat(story).endsWith("resume");
    }

    @Test
    void the_clock_stays_ahead_over_a_restart() {
        // given
        demo.forward(Duration.ofDays(3));
        ProductClock restarted = new ProductClock(machine);
        Timers engine = new Timers();
        // when
        demo(restarted, engine).goOnWhereItStood();
        // then
        assertThat(restarted.instant()).isEqualTo(START.plus(Duration.ofDays(3)));
        assertThat(engine.ahead).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void a_way_that_is_no_way_forward_is_refused_with_the_field() {
        for (Duration way :
                List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofNanos(1), DemoClock.LONGEST.plusMillis(1))) {
            assertThatThrownBy(() -> demo.forward(way))
                    .isInstanceOf(Invalid.class)
                    .hasMessageStartingWith("forward");
        }
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(story).isEmpty();
    }

    @Test
    void it_tells_where_it_stands_and_what_comes_next() {
        // given
        timers.due(START.plus(Duration.ofHours(9)), "next");
        demo.forward(Duration.ofHours(4));
        // when
        DemoClock.Time time = demo.time();
        // then
        assertThat(time.now()).isEqualTo(START.plus(Duration.ofHours(4)));
        assertThat(time.ahead()).isEqualTo(Duration.ofHours(4));
        assertThat(time.nextDue()).isEqualTo(START.plus(Duration.ofHours(9)));
    }

    @Test
    void people_act_on_the_way_when_they_want_to_and_what_they_start_runs_at_once() {
        // given
        timers.due(START.plus(Duration.ofHours(2)), "remind");
        // when
        demo.live(Duration.ofHours(4), Duration.ofMinutes(1), now -> {
            story.add(now.toString().substring(11, 16) + " people");
            timers.due(now, "answered");
            return now.plus(Duration.ofMinutes(90));
        });
        // then
        assertThat(story)
                .containsExactly(
                        "pause",
                        "09:00 people",
                        "09:00 answered",
                        "10:30 people",
                        "10:30 answered",
                        "11:00 remind",
                        "12:00 people",
                        "12:00 answered",
                        "resume");
    }

    @Test
    void open_screens_are_told_to_read_again_once_the_clock_has_moved() throws InterruptedException {
        // given
        LinkedBlockingQueue<InboxChange> told = new LinkedBlockingQueue<>();
        Runnable end = inbox.listen(told::addAll);
        try {
            // when nothing else changes on the way
            demo.forward(Duration.ofDays(1));
            // then
            assertThat(told.poll(10, TimeUnit.SECONDS))
                    .extracting(InboxChange::what)
                    .isEqualTo(InboxChange.What.MUCH);
        } finally {
            end.run();
        }
    }

    @Test
    void a_coarse_grain_runs_in_one_step_what_falls_into_it() {
        // given
        timers.due(START.plus(Duration.ofMinutes(3)), "one");
        timers.due(START.plus(Duration.ofMinutes(29)), "two");
        timers.due(START.plus(Duration.ofMinutes(31)), "three");
        // when
        demo.live(Duration.ofHours(1), Duration.ofMinutes(30), now -> Instant.MAX);
        // then
        assertThat(story).containsExactly("pause", "09:30 one", "09:30 two", "10:00 three", "resume");
    }

    @Test
    void a_past_that_was_cut_short_is_gone_on_with_and_ends_at_the_machines_time() {
        // given
        jdbc.sql("insert into demo_clock (id, ahead_ms, moved_at) values (1, ?, now())")
                .param(Duration.ofDays(-3).toMillis())
                .update();
        ProductClock restarted = new ProductClock(machine);
        DemoClock again = demo(restarted, timers);
        // when
        again.goOnWhereItStood();
        // then
        assertThat(again.isInThePast()).isTrue();
        assertThat(restarted.instant()).isEqualTo(START.minus(Duration.ofDays(3)));

        // and when
        again.live(Duration.ZERO, Duration.ofMinutes(5), now -> Instant.MAX);
        // then
        assertThat(again.isInThePast()).isFalse();
        assertThat(restarted.instant()).isEqualTo(START);
    }

    @Test
    void where_people_are_already_no_past_is_invented() {
        // when
        demo.goOnWhereItStood();
        // then
        assertThat(demo.isInThePast()).isFalse();
    }

    private DemoClock demo(ProductClock product, Timers engine) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("engineClock", engine);
        beans.addBean("sweep", (Sweep) engine::sweep);
        return new DemoClock(
                product,
                beans.getBeanProvider(EngineClock.class),
                beans.getBeanProvider(Sweep.class),
                clockTable,
                inbox,
                PAST);
    }

    /** An engine that has nothing but timers, and tells when it ran them. */
    private final class Timers implements EngineClock {

        private final TreeMap<Instant, List<String>> due = new TreeMap<>();
        private final TreeMap<String, Object[]> followers = new TreeMap<>();
        private final TreeMap<String, String> finds = new TreeMap<>();
        private final List<String> found = new ArrayList<>();
        private Duration ahead = Duration.ZERO;
        private boolean paused;
        private int steps;

        void due(Instant at, String name) {
            due.computeIfAbsent(at, key -> new ArrayList<>()).add(name);
        }

        void next(String name, Duration after, String follower) {
            followers.put(name, new Object[] {after, follower});
        }

        void sweepFinds(String after, String job) {
            finds.put(after, job);
        }

        int sweep() {
            int served = found.size();
            found.forEach(job -> due(now(), job));
            found.clear();
            return served;
        }

        private Instant now() {
            return machine.instant().plus(ahead);
        }

        @Override
        public void ahead(Duration offset) {
            ahead = offset;
            steps++;
        }

        @Override
        public void pause() {
            paused = true;
            story.add("pause");
        }

        @Override
        public void resume() {
            paused = false;
            story.add("resume");
        }

        @Override
        public Optional<Instant> nextDue(Instant after) {
            return Optional.ofNullable(due.higherKey(after));
        }

        @Override
        public int runDue() {
            assertThat(paused).isTrue();
            int run = 0;
            while (!due.isEmpty() && !due.firstKey().isAfter(now())) {
                for (String name : due.pollFirstEntry().getValue()) {
                    run(name);
                    run++;
                }
            }
            return run;
        }

        private void run(String name) {
            if (name.equals("breaks")) {
                throw new IllegalStateException("This job breaks.");
            }
            story.add(now().toString().substring(11, 16) + " " + name);
            Object[] follower = followers.get(name);
            if (follower != null) {
                due(now().plus((Duration) follower[0]), (String) follower[1]);
            }
            if (finds.containsKey(name)) {
                found.add(finds.get(name));
            }
        }
    }
}
