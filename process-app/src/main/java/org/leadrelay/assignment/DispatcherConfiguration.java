package org.leadrelay.assignment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Executor of the dispatcher: one thread, because all waiting leads wait for the same pool. */
@Configuration(proxyBeanMethods = false)
class DispatcherConfiguration {

    /** A wake-up that finds the thread busy is one of many; the thread looks again afterwards. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor handOffExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("hand-off-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setDaemon(true);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(20);
        return executor;
    }
}
