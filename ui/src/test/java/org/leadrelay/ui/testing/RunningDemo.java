package org.leadrelay.ui.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.LeadRelayApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The product in demo mode as anyone starts it, on a free port and a directory of its own, with a
 * mail server that keeps what it gets.
 */
public final class RunningDemo {

    private static final AtomicReference<Path> TEMPORARY = new AtomicReference<>(Path.of(""));

    private RunningDemo() {}

    private static final class Holder {
        static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        static final ConfigurableApplicationContext APPLICATION = start();

        private static ConfigurableApplicationContext start() {
            MAIL.start();
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "demo-data-");
                TEMPORARY.set(directory.toAbsolutePath().resolve("tomcat"));
                SpringApplication demo = new SpringApplication(LeadRelayApplication.class);
                demo.addInitializers(
                        context -> context.getBeanFactory().registerSingleton("noTestBeans", new NoTestBeans()));
                return demo.run(
                        "--server.port=0",
                        "--server.tomcat.basedir=" + TEMPORARY.get(),
                        "--leadrelay.demo.past=PT0S",
                        "--leadrelay.tasks.grace=PT0S",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                        "--leadrelay.data.directory=" + directory.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The tests' own beans lie in the same packages; the demo is started without them. */
    private static final class NoTestBeans extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            String from = reader.getResource().getURL().toString();
            return from.contains("/test-classes/") || from.contains("-tests.jar");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTestBeans;
        }

        @Override
        public int hashCode() {
            return NoTestBeans.class.hashCode();
        }
    }

    /** What the demo has mailed so far, whoever gets it. */
    static List<MimeMessage> mails() {
        return List.of(Holder.MAIL.getReceivedMessages());
    }

    /** How many files lie where the server unpacks uploads. */
    public static long temporaryFiles() throws IOException {
        address();
        try (Stream<Path> files = Files.walk(TEMPORARY.get())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Where it listens, such as {@code http://localhost:41235}. */
    public static String address() {
        return "http://localhost:" + Holder.APPLICATION.getEnvironment().getRequiredProperty("local.server.port");
    }
}
