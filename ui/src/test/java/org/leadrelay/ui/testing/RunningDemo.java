package org.leadrelay.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leadrelay.LeadRelayApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in demo mode as anyone starts it, on a free port and a directory of its own. */
final class RunningDemo {

    private RunningDemo() {}

    private static final class Holder {
        static final ConfigurableApplicationContext APPLICATION = start();

        private static ConfigurableApplicationContext start() {
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "demo-data-");
                return SpringApplication.run(
                        LeadRelayApplication.class,
                        "--server.port=0",
                        "--leadrelay.data.directory=" + directory.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String address() {
        return "http://localhost:"
                + Holder.APPLICATION.getEnvironment().getRequiredProperty("local.server.port");
    }
}
