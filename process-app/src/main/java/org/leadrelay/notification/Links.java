package org.leadrelay.notification;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Addresses that stand in mail: {@code leadrelay.base-url} as people reach the product, or this
 * machine's own as long as nobody said.
 */
@Component
class Links {

    private final String configured;
    private final Environment environment;

    Links(@Value("${leadrelay.base-url:}") String configured, Environment environment) {
        this.configured = configured;
        this.environment = environment;
    }

    String lead(UUID leadId) {
        return base() + "/lead/" + leadId;
    }

    String task(String taskId) {
        return base() + "/inbox/" + taskId;
    }

    /** Where a person chooses channels. */
    String choices() {
        return base() + "/notices";
    }

    /** Asked anew: the port is known only once the server has started. */
    private String base() {
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        String base = configured.isBlank() ? "http://localhost:" + port : configured;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
