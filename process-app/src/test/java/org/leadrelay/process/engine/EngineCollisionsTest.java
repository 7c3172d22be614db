package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine says for itself what a collision is, and the retry asks it. */
@ProductTest
class EngineCollisionsTest {

    @Autowired
    CollisionRetry retry;

    @Test
    void the_engine_s_optimistic_lock_is_a_collision() {
        assertThat(retry.collided(new OptimisticLockingException("revision"))).isTrue();
    }

    @Test
    void a_row_whose_parent_is_gone_is_a_collision_and_any_other_failed_write_is_none() {
        assertThat(retry.collided(failedWrite("23503"))).isTrue();
        assertThat(retry.collided(failedWrite("23505"))).isFalse();
    }

    @Test
    void a_model_s_own_fault_is_none() {
        assertThat(retry.collided(new ProcessEngineException("a model's own fault")))
                .isFalse();
    }

    private static Exception failedWrite(String state) {
        return new IllegalStateException(
                new ProcessEnginePersistenceException("ENGINE-03004", new SQLException("its execution", state)));
    }
}
