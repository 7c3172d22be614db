package org.leadrelay.demo;

import org.leadrelay.platform.ConditionalOnDemo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Start banner of the demo: where it is, and who may log in. */
@Component
@ConditionalOnDemo
class StartBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    private final Environment environment;
    private final DemoClock demo;

    StartBanner(Environment environment, DemoClock demo) {
        this.environment = environment;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(DemoHistory.AFTER_THE_START - 1)
    void greet() {
        String port = environment.getProperty("local.server.port", "8080");
        String line = "-".repeat(78);
        LOG.info(
                """
                Lead Relay is ready

                {}
                  Lead Relay   http://localhost:{}

                  Log in as    {}
                  Password     {}

                  REST         curl -u marketing:{} http://localhost:{}/api/me
                  Your leads stay in ./data; Ctrl-C stops, the next start goes on.
                {}{}
                """,
                line,
                port,
                String.join(", ", DemoPeople.logins()).replace(", sales-manager", ",\n               sales-manager"),
                DemoPeople.PASSWORD,
                DemoPeople.PASSWORD,
                port,
                demo.past().map(StartBanner::past).orElse(""),
                line);
    }

    private static String past(DemoClock.PastProgress past) {
        return """
              Its past (%d days) is being lived now, which takes about a minute: look
              around meanwhile, the pages fill and say how far it is.
            """.formatted(past.days());
    }
}
