package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

class LapStateCountsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<String> STATES = List.of(
            "UNANSWERED",
            "MISSED",
            "IN_REVIEW",
            "RECYCLED",
            "CLOSED",
            "NO_CONTACT",
            "FOLLOW_UP",
            "WON",
            "LOST",
            "NEW_ONE");

    private final Random random = new Random(20260302);

    @RepeatedTest(50)
    void the_parts_sum_to_the_whole_whatever_became_of_them() {
        // given
        List<HandedLap> laps = new ArrayList<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            String state = STATES.get(random.nextInt(STATES.size()));
            laps.add(new HandedLap(UUID.randomUUID(), 1, 1, MONDAY, state, null, null, null));
        }
        LapStateCounts standing = LapStateCounts.of(laps);

        // when
        Map<String, Long> parts = standing.parts(STATES.subList(0, 5));

        // then
        assertThat(standing.whole()).isEqualTo(laps.size());
        assertThat(parts.values().stream().mapToLong(each -> each).sum()).isEqualTo(standing.whole());
        assertThat(parts.values()).doesNotContain(0L);
    }
}
