package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.leadrelay.platform.CannotStart;

class JobExecutionTest {

    @Test
    void jobs_may_take_half_of_the_connections_and_no_more() {
        assertThat(new JobExecution().camundaTaskExecutor(8, 16).getMaxPoolSize())
                .isEqualTo(8);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new JobExecution().camundaTaskExecutor(9, 16))
                .withMessageContaining("9")
                .withMessageContaining("16");
    }
}
