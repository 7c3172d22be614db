package org.leadrelay.notification;

import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Addresses that stand in mail: {@code leadrelay.mail.base-url} as people reach the product, or
 * this machine's own as long as nobody said.
 */
@Component
class Links {

    private final MailSettings settings;
    private final Environment environment;

    Links(MailSettings settings, Environment environment) {
        this.settings = settings;
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
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String said = settings.baseUrl();
        String base = said == null || said.isBlank() ? "http://localhost:" + port : said;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
