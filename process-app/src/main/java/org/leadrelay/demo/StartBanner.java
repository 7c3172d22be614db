package org.leadrelay.demo;

import org.leadrelay.platform.ConditionalOnDemo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of a demo's start: where it is, and who may log in. */
@Component
@ConditionalOnDemo
class StartBanner {

    private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

    private final Environment environment;

    StartBanner(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet() {
        String port = environment.getProperty("local.server.port", "8080");
        String line = "-".repeat(78);
        log.info(
                """
                Lead Relay is ready

                {}
                  Lead Relay   http://localhost:{}

                  Log in as    {}
                  Password     {}

                  REST         curl -u marketing:{} http://localhost:{}/api/me
                  Your leads stay in ./data; Ctrl-C stops, the next start goes on.
                {}
                """,
                line,
                port,
                String.join(", ", DemoPeople.logins()).replace(", sales-manager", ",\n               sales-manager"),
                DemoPeople.PASSWORD,
                DemoPeople.PASSWORD,
                port,
                line);
    }
}
