package org.leadrelay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Sweep;

class DueWorkTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final List<String> ran = new ArrayList<>();
    private int jobs;
    private int rows;

    private final Sweep dispatcher = () -> {
        ran.add("dispatcher");
        return 0;
    };

    private final Sweep boards = new Sweep() {

        @Override
        public int sweep() {
            ran.add("boards");
            int done = rows;
            rows = 0;
            return done;
        }

        @Override
        public Duration delayWhileJumping() {
            return Duration.ofHours(1);
        }
    };

    private final DueWork due = new DueWork(new Jobs(), () -> Stream.of(dispatcher, boards));

    @Test
    void what_no_lead_waits_for_runs_once_in_its_delay() {
        // when
        for (int minutes = 0; minutes <= 60; minutes += 20) {
            due.drain(NINE.plus(Duration.ofMinutes(minutes)));
        }
        // then
        assertThat(ran).containsExactly("dispatcher", "boards", "dispatcher", "dispatcher", "dispatcher", "boards");
    }

    @Test
    void at_the_end_it_has_caught_up() {
        // given
        due.drain(NINE);
        ran.clear();
        // when
        due.drainAll(NINE.plusSeconds(1));
        // then
        assertThat(ran).containsExactly("dispatcher", "boards");
    }

    @Test
    void it_runs_until_it_has_nothing_left_and_others_see_what_it_did() {
        // given
        rows = 250;
        // when
        due.drain(NINE);
        // then
        assertThat(ran).containsExactly("dispatcher", "boards", "dispatcher", "boards");
    }

    @Test
    void jobs_have_all_others_run_again() {
        // given
        jobs = 3;
        // when
        long run = due.drain(NINE);
        // then
        assertThat(run).isEqualTo(3);
        assertThat(ran).containsExactly("dispatcher", "boards", "dispatcher");
    }

    private final class Jobs implements EngineClock {

        @Override
        public void ahead(Duration offset) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public Optional<Instant> nextDue(Instant after) {
            return Optional.empty();
        }

        @Override
        public int runDue() {
            int done = jobs;
            jobs = 0;
            return done;
        }
    }
}
