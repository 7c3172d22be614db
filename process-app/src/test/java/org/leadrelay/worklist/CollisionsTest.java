package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;

class CollisionsTest {

    @Test
    void a_collision_is_seen_however_deep_it_is_wrapped() {
        assertThat(Collisions.collided(new OptimisticLockingFailureException("timer"))).isTrue();
        assertThat(
                        Collisions.collided(
                                new IllegalStateException(
                                        new RuntimeException(
                                                new SQLException("deadlock detected", "40P01")))))
                .isTrue();
    }

    @Test
    void other_failures_are_not_tried_again() {
        assertThat(Collisions.collided(new NotFound("gone"))).isFalse();
        assertThat(
                        Collisions.collided(
                                new IllegalStateException(new SQLException("not unique", "23505"))))
                .isFalse();
        assertThat(Collisions.collided(new IllegalStateException(new SQLException("unknown"))))
                .isFalse();
    }
}
