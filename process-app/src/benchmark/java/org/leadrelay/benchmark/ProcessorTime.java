package org.leadrelay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processor time of this JVM and of the database's server. On a machine that does other things beside, it says what the clock
 * does not.
 */
final class ProcessorTime {

    private final ProcessHandle server;

    ProcessorTime(JdbcClient jdbc) {
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        server = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException("the database's server does not run on this machine"));
    }

    /** What this thread has used until now: work alone, without the compiler and the garbage collector. */
    static Duration ofThisThread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** What both have used until now. */
    Duration used() {
        return jvm().plus(database());
    }

    private static Duration jvm() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    /** What the server has used until now. */
    Duration database() {
        return Stream.concat(Stream.of(server), server.children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
